import { createHash, randomBytes } from 'node:crypto';
import { visitor } from '../../platform/web/visitor.ts';

/** What may have to be erased one day: it is kept beside the journal, not in it. */
export interface PersonalData {
  name: string | null;
  post: string | null;
  /** IP address. */
  address: string | null;
}

export const newSalt = (): string => randomBytes(16).toString('hex');

/** What the journal keeps instead; without the salt it says nothing about the person. */
export const digestOf = (salt: string, { name, post, address }: PersonalData): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, name, post, address]))
    .digest('hex');

/** Who acts without an account. */
export interface Person {
  name?: string;
  post?: string;
}

/** What stands beside an entry, and of it in the entry; without a salt where nobody is known. */
export interface Presence extends PersonalData {
  salt: string | null;
  digest: { person?: string };
}

/** Of whoever acts in this request. */
export function presence(person: Person): Presence {
  const personal: PersonalData = {
    name: person.name ?? null,
    post: person.post ?? null,
    address: visitor()?.address ?? null,
  };
  const isSomebody = Object.values(personal).some((value) => value !== null);
  if (!isSomebody) return { ...personal, salt: null, digest: {} };
  const salt = newSalt();
  return { ...personal, salt, digest: { person: digestOf(salt, personal) } };
}
