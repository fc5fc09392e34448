import { Account } from '../office/accounts/account.entity.ts';
import type { PersonFields } from '../office/administration/people/keep-people.ts';
import { rolesInWords } from '../office/administration/people/words.ts';
import type { OfficeChanges } from './office-changes.ts';

/** As lines for whoever ran the command. */
export function changesInWords({ opened, changed, absent }: OfficeChanges): string[] {
  return [
    ...opened.map(
      ({ username, fullName, post, roles }) =>
        `+ ${username}: ${fullName}, ${post} (${rolesInWords(roles)})`,
    ),
    ...changed.map(({ account, next }) => `~ ${account.username}: ${changeInWords(account, next)}`),
    ...absent.map(
      ({ username, fullName }) => `= ${username}: ${fullName} không có trong tệp, giữ nguyên`,
    ),
  ];
}

function changeInWords(account: Account, next: PersonFields): string {
  const pairs: [what: string, before: string, after: string][] = [
    ['họ tên', account.fullName, next.fullName],
    ['chức vụ', account.post, next.post],
    ['vai trò', rolesInWords(account.roles), rolesInWords(next.roles)],
    ['thư', account.email ?? 'không', next.email ?? 'không'],
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => `${what} ${before} → ${after}`)
    .join('; ');
}
