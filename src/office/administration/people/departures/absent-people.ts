import type { EntityManager } from 'typeorm';
import { readCsv } from '../../../../engines/lists/read-csv.ts';
import { folded } from '../../../../platform/text/name-key.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import { Account } from '../../../accounts/account.entity.ts';

const COLUMNS: Record<string, 'username' | 'email'> = {
  username: 'username',
  'user name': 'username',
  samaccountname: 'username',
  'ten dang nhap': 'username',
  email: 'email',
  mail: 'email',
  userprincipalname: 'email',
  'dia chi thu': 'email',
};

/** Whom a list names, in small letters. */
export interface Named {
  username: Set<string>;
  email: Set<string>;
}

const columnOf = (name: string) => COLUMNS[folded(name).join(' ')];

/** A list of who is there, as directories export it: a column of sign-in names or of mail addresses, or both. */
export function readNamed(text: string): Named {
  const { lines } = readCsv(text, (names) => names.filter(columnOf).length);
  const head = lines.findIndex(({ cells }) => cells.some(({ text: name }) => columnOf(name)));
  if (head === -1) {
    throw new InvalidInput([
      { path: '1', message: 'Không thấy cột username (tên đăng nhập) hay email (địa chỉ thư).' },
    ]);
  }
  const columns = lines[head]!.cells.map(({ text: name }) => columnOf(name));
  const named: Named = { username: new Set(), email: new Set() };
  for (const { cells } of lines.slice(head + 1)) {
    cells.forEach(({ text: value }, at) => {
      const column = columns[at];
      if (column && value) named[column].add(value.trim().toLowerCase());
    });
  }
  return named;
}

/** Of how many who can sign in how many are not named, and all of them with those whose sign-in has ended already. */
export interface Absent {
  here: number;
  new: number;
  people: Account[];
}

/** People of the office whom the list does not name; throws InvalidInput when it names nobody. */
export async function absentFrom(
  manager: EntityManager,
  officeId: string,
  { username, email }: Named,
): Promise<Absent> {
  const people = await manager
    .createQueryBuilder(Account, 'account')
    .where('account.officeId = :officeId AND account.closedAt IS NULL', { officeId })
    .andWhere(`NOT 'recipient' = ANY (account.roles)`)
    .orderBy('account.fullName')
    .getMany();
  const isNamed = (person: Account) =>
    username.has(person.username.toLowerCase()) || email.has((person.email ?? '').toLowerCase());
  const here = people.filter((person) => person.maySignIn);
  if (here.length > 0 && !here.some(isNamed)) {
    const message = `Danh sách không có ai trong ${here.length} người của cơ quan: có thể là tệp khác hoặc tệp bị cắt.`;
    throw new InvalidInput([{ path: '1', message }]);
  }
  const absent = people.filter((person) => !isNamed(person));
  const fresh = absent.filter((person) => person.maySignIn);
  return { here: here.length, new: fresh.length, people: absent };
}
