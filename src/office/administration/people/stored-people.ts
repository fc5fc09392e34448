import type { EntityManager } from 'typeorm';
import { OFFICE_ROLES, Account, type OfficeRole } from '../../accounts/account.entity.ts';
import { Unit } from '../../accounts/unit.entity.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';

/** Of this office itself; people of agencies are kept elsewhere. */
export const readPerson = (
  manager: EntityManager,
  officeId: string,
  id: string,
): Promise<Account> =>
  manager
    .createQueryBuilder(Account, 'account')
    .leftJoinAndSelect('account.unit', 'unit')
    .where('account.id = :id AND account.officeId = :officeId', { id, officeId })
    .andWhere(`NOT 'recipient' = ANY (account.roles)`)
    .getOneOrFail();

/** Changes of one office's people come one after another: two cannot both leave somebody the last. */
export const lockPeople = (manager: EntityManager, officeId: string): Promise<unknown> =>
  manager.query('SELECT 1 FROM offices WHERE id = $1 FOR NO KEY UPDATE', [officeId]);

export function requireHere({ closedAt }: Account): void {
  if (closedAt) throw new RuleViolation('person-left');
}

/** An office keeps somebody who issues and somebody who looks after its people. */
const NEEDED: Partial<Record<OfficeRole, 'last-clerk' | 'last-administrator'>> = {
  clerk: 'last-clerk',
  administrator: 'last-administrator',
};

/** Refuses to take from `person` the roles that nobody else here has. */
export async function requireOthers(
  manager: EntityManager,
  person: Account,
  kept: readonly OfficeRole[],
): Promise<void> {
  for (const role of OFFICE_ROLES) {
    const problem = NEEDED[role];
    if (!problem || kept.includes(role) || !person.roles.includes(role)) continue;
    const [others] = await manager.query<{ exists: boolean }[]>(
      `SELECT EXISTS (SELECT FROM accounts WHERE office_id = $1 AND id <> $2
         AND closed_at IS NULL AND sign_in_ended_at IS NULL AND $3 = ANY (roles))`,
      [person.officeId, person.id, role],
    );
    if (!others!.exists) throw new RuleViolation(problem);
  }
}

/** Units of this office that there are today. */
export async function requireUnit(
  manager: EntityManager,
  officeId: string,
  unitId: string | null,
): Promise<void> {
  if (unitId === null) return;
  const unit = await manager.findOneBy(Unit, { id: unitId, officeId });
  if (unit?.isValidOn(vietnamDate(new Date()))) return;
  throw new InvalidInput([{ path: 'unitId', message: 'Chọn đơn vị trong danh sách.' }]);
}
