import type { EntityManager } from 'typeorm';
import { Account, type OfficeRole } from '../../accounts/account.entity.ts';
import { record, type Actor } from '../../journal/journal.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { endInvitations } from './invitations/invite.ts';
import {
  lockPeople,
  readPerson,
  requireHere,
  requireOthers,
  requireUnit,
} from './stored-people.ts';

/** What an administrator, or a file, says of a person. */
export type PersonFields = Pick<Account, 'fullName' | 'post' | 'email' | 'unitId'> & {
  roles: OfficeRole[];
};

export type NewAccount = PersonFields &
  Pick<Account, 'username' | 'passwordHash'> &
  Partial<Pick<Account, 'mustChangePassword'>>;

/** The id of the account. */
export async function openPerson(
  manager: EntityManager,
  by: Actor,
  fields: NewAccount,
): Promise<string> {
  const { officeId } = by;
  const { username, roles, unitId } = fields;
  await lockPeople(manager, officeId);
  await requireUnit(manager, officeId, unitId);
  await requireFree(manager, username);
  const { id } = await manager.save(manager.create(Account, { ...fields, officeId }));
  await record(manager, by, 'person-opened', id, { username, roles });
  return id;
}

/** Nothing is written down where nothing differs. */
export async function changePerson(
  manager: EntityManager,
  by: Actor,
  id: string,
  next: PersonFields,
): Promise<Account> {
  const { officeId } = by;
  await lockPeople(manager, officeId);
  const person = await readPerson(manager, officeId, id);
  requireHere(person);
  if (next.unitId !== person.unitId) await requireUnit(manager, officeId, next.unitId);
  await requireOthers(manager, person, next.roles);
  const details = differences(person, next);
  if (Object.keys(details).length === 0) return person;
  await manager.update(Account, { id }, next);
  // A link that went to the former address opens nothing any more.
  if (person.email !== next.email) await endInvitations(manager, id);
  await record(manager, by, 'person-changed', id, details);
  return readPerson(manager, officeId, id);
}

/** As the journal keeps them: before and after, but of names and addresses, which are personal, only that. */
export function differences(person: PersonFields | Account, next: PersonFields) {
  return {
    ...(person.roles.join() !== next.roles.join() && { roles: [person.roles, next.roles] }),
    ...(person.unitId !== next.unitId && { unit: [person.unitId, next.unitId] }),
    ...(person.post !== next.post && { post: [person.post, next.post] }),
    ...(person.fullName !== next.fullName && { fullName: true }),
    ...(person.email !== next.email && { email: true }),
  };
}

async function requireFree(manager: EntityManager, username: string): Promise<void> {
  if (!(await manager.existsBy(Account, { username }))) return;
  const message = 'Tên đăng nhập này đã có người dùng. Chọn tên khác.';
  throw new InvalidInput([{ path: 'username', message }]);
}
