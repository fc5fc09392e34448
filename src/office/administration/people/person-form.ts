/** A person as the controls of the form hold it. */
export interface PersonValues {
  username: string;
  fullName: string;
  post: string;
  roles: string[];
  unitId: string;
  email: string;
  way: string;
}

/** From what was typed, or from what is stored. */
export function typedPerson(from: object): PersonValues {
  const values = from as Record<string, unknown>;
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '');
  const roles = [values['roles']].flat().filter((role) => typeof role === 'string');
  return {
    username: text('username'),
    fullName: text('fullName'),
    post: text('post'),
    roles,
    unitId: text('unitId'),
    email: text('email'),
    way: text('way'),
  };
}
