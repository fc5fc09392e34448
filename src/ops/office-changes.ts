import type { DataSource, EntityManager } from 'typeorm';
import { Account } from '../office/accounts/account.entity.ts';
import { dictatedPassword } from '../office/accounts/dictated-password.ts';
import { Mandate } from '../office/accounts/mandate.entity.ts';
import { Office } from '../office/accounts/office.entity.ts';
import { hashPassword } from '../office/accounts/password.ts';
import {
  changePerson,
  differences,
  openPerson,
  type PersonFields,
} from '../office/administration/people/keep-people.ts';
import { keepFacts } from '../office/journal/facts/seal-facts.ts';
import { InvalidInput } from '../platform/web/invalid-input.ts';
import type { OfficeFile } from './office-file.ts';

type PersonInFile = OfficeFile['people'][number];

/** What a file says otherwise than the database of an office that there is already. */
export interface OfficeChanges {
  officeId: string;
  opened: PersonInFile[];
  changed: { account: Account; next: PersonFields }[];
  /** Of the office and still here, but not in the file: they stay. */
  absent: Account[];
}

/** Undefined where the office is not open yet. */
export async function changesOf(
  manager: EntityManager,
  { office, people }: OfficeFile,
): Promise<OfficeChanges | undefined> {
  const found = await manager.findOneBy(Office, { code: office.code });
  if (!found) return undefined;
  const { id: officeId } = found;
  const all = await manager.findBy(
    Account,
    people.map(({ username }) => ({ username })),
  );
  const known = new Map(all.map((account) => [account.username, account]));
  requireOwn(people, known, officeId);
  const here = await manager
    .createQueryBuilder(Account, 'account')
    .where('account.officeId = :officeId AND account.closedAt IS NULL', { officeId })
    .andWhere(`NOT 'recipient' = ANY (account.roles)`)
    .orderBy('account.fullName')
    .getMany();
  const named = new Set(people.map(({ username }) => username));
  return {
    officeId,
    opened: people.filter(({ username }) => !known.has(username)),
    changed: people.flatMap(({ username, fullName, post, roles, email }) => {
      const account = known.get(username);
      if (!account) return [];
      const next = { fullName, post, roles, email, unitId: account.unitId };
      return Object.keys(differences(account, next)).length > 0 ? [{ account, next }] : [];
    }),
    absent: here.filter(({ username }) => !named.has(username)),
  };
}

function requireOwn(people: PersonInFile[], known: Map<string, Account>, officeId: string): void {
  const faults = people.flatMap(({ username }, index) => {
    const account = known.get(username);
    const path = `people.${index}.username`;
    if (!account) return [];
    if (account.officeId !== officeId) {
      return [{ path, message: `“${username}” là tài khoản của cơ quan khác. Chọn tên khác.` }];
    }
    const message = `“${username}” đã nghỉ và tài khoản đã đóng. Bỏ khỏi tệp, hoặc chọn tên khác.`;
    return account.closedAt ? [{ path, message }] : [];
  });
  if (faults.length > 0) throw new InvalidInput(faults);
}

/** All of it or nothing; the passwords that were made up, by user name. */
export async function applyChanges(
  database: DataSource,
  { officeId, opened, changed }: OfficeChanges,
): Promise<Map<string, string>> {
  const by = { id: null, officeId };
  const made = new Map<string, string>();
  const accounts = await Promise.all(
    opened.map(async ({ password: given, mandates, ...person }) => {
      const password = given ?? dictatedPassword();
      if (!given) made.set(person.username, password);
      return {
        mandates,
        person: {
          ...person,
          unitId: null,
          passwordHash: await hashPassword(password),
          mustChangePassword: !given,
        },
      };
    }),
  );
  await database.transaction(async (manager) => {
    for (const { person, mandates } of accounts) {
      const accountId = await openPerson(manager, by, person);
      await manager.save(
        Mandate,
        mandates.map((mandate) => ({ ...mandate, accountId })),
      );
      await keepFacts(manager, [['mandates', 'account_id', accountId]]);
    }
    // Roles are given before they are taken, so that a file may pass the last one on.
    const gaining = changed.toSorted((one, other) => gained(other) - gained(one));
    for (const { account, next } of gaining) await changePerson(manager, by, account.id, next);
  });
  return made;
}

const gained = ({ account, next }: OfficeChanges['changed'][number]) =>
  next.roles.filter((role) => !account.roles.includes(role)).length;
