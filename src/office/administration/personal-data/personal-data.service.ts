import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { Holding } from './holding.ts';
import { countHeld, eraseHeld, findHeld, type Asked, type Found } from './holding-queries.ts';
import { HOLDINGS } from './inventory.ts';
import { lockPeople } from '../people/stored-people.ts';
import type { EraseOf, Whom } from './personal-data.schemas.ts';

export type Counted = Holding & { rows: number | null; oldest: Date | null };

/** What is kept of one person. */
export interface FoundOfPerson {
  asked: Asked;
  /** Where a sign-in name was given. */
  account: Account | undefined;
  found: (Holding & Found)[];
  /** Nothing is erased before they have left. */
  inUse: boolean;
  /** Of all these rows: other ones, and it is looked at again. */
  seal: string;
}

/** What is kept of persons, of whom, and its erasure. */
@Injectable()
export class PersonalDataService {
  constructor(private readonly database: DataSource) {}

  async inventory({ officeId }: Account): Promise<Counted[]> {
    const counted: Counted[] = [];
    for (const holding of HOLDINGS) {
      const { rows, oldest } = holding.office
        ? await countHeld(this.database.manager, holding, { officeId })
        : { rows: null, oldest: null };
      counted.push({ ...holding, rows, oldest });
    }
    return counted;
  }

  find(by: Account, whom: Whom): Promise<FoundOfPerson> {
    // One moment, so that counts and seal belong together.
    return this.database.transaction('REPEATABLE READ', (manager) => findPerson(manager, by, whom));
  }

  /** By name of the holding, how many rows went or were emptied. */
  async erase(by: Account, { basis, seal, ...whom }: EraseOf): Promise<Record<string, number>> {
    return this.database.transaction(async (manager) => {
      await lockPeople(manager, by.officeId);
      const person = await findPerson(manager, by, whom);
      if (person.inUse) throw new RuleViolation('person-here');
      if (person.seal !== seal) throw new RuleViolation('held-meanwhile');
      const rows: Record<string, number> = {};
      for (const holding of person.found) {
        if (holding.erasable === 0) continue;
        const count = await eraseHeld(manager, holding, person.asked);
        if (count > 0) rows[holding.name] = count;
      }
      if (Object.keys(rows).length === 0) throw new RuleViolation('nothing-to-erase');
      const subject = person.account?.id ?? by.officeId;
      await record(manager, by, 'personal-data-erased', subject, { rows, reason: basis });
      return rows;
    });
  }
}

export async function findPerson(
  manager: EntityManager,
  by: Account,
  { username, ...words }: Whom,
): Promise<FoundOfPerson> {
  const { officeId, id: readerId } = by;
  const account = username ? await accountOf(manager, officeId, username) : undefined;
  const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value));
  const asked: Asked = {
    ...(account?.email && { email: account.email }),
    ...given,
    ...(account && { accountId: account.id }),
    officeId,
    readerId,
  };
  const found: (Holding & Found)[] = [];
  for (const holding of HOLDINGS) {
    if (!holding.office || Object.keys(holding.match).length === 0) continue;
    const held = await findHeld(manager, holding, asked);
    if (held.erasable + held.staying > 0) found.push({ ...holding, ...held });
  }
  const digests = found.map(({ name, digest }) => [name, digest]);
  return {
    asked,
    account,
    found,
    inUse: account !== undefined && account.closedAt === null,
    seal: createHash('sha256').update(JSON.stringify(digests)).digest('hex'),
  };
}

async function accountOf(
  manager: EntityManager,
  officeId: string,
  username: string,
): Promise<Account> {
  const account = await manager.findOneBy(Account, { officeId, username });
  if (account) return account;
  const message = 'Cơ quan không có tài khoản nào tên này. Xem lại ở mục Người của cơ quan.';
  throw new InvalidInput([{ path: 'username', message }]);
}
