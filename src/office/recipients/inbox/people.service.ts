import { Injectable } from '@nestjs/common';
import { randomBytes, randomInt } from 'node:crypto';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { hashPassword } from '../../accounts/password.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { Agency } from '../../directory/agency.entity.ts';
import { successorsOf } from '../../directory/successions.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { AgencyPerson } from './agency-person.entity.ts';
import { requireExisting } from './ended-agency.ts';
import type { NewPerson } from './inbox.schemas.ts';

export interface Opened {
  username: string;
  fullName: string;
  /** To be handed over now, for it is not shown again. */
  password: string;
}

/** Accounts of an agency's people: the office's clerk opens the first, its people the others. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  agency({ officeId }: Account, id: string): Promise<Agency> {
    return this.database.manager.findOneByOrFail(Agency, { id, officeId });
  }

  /** Those whose accounts are open. */
  list(agencyId: string): Promise<AgencyPerson[]> {
    return this.database.manager.find(AgencyPerson, {
      where: { agencyId, account: { closedAt: IsNull() } },
      relations: { account: true, adder: true },
      order: { addedAt: 'ASC' },
    });
  }

  /** Who carries on for an agency that has ended; nobody for one that exists. */
  async heirs({ id }: Agency): Promise<Agency[]> {
    return successorsOf(this.database.manager, id, vietnamDate(this.clock.now()));
  }

  /** The account's name is what was chosen and four figures, so nobody learns which names are taken. */
  async add(by: Account, agencyId: string, person: NewPerson): Promise<Opened> {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(password);
    const { officeId } = by;
    const username = await this.database.transaction(async (manager) => {
      await this.lockExisting(manager, agencyId);
      const name = await freeName(manager, person.username);
      const account = manager.create(Account, { ...person, officeId, passwordHash });
      Object.assign(account, { roles: ['recipient'], username: name, mustChangePassword: true });
      const { id: accountId } = await manager.save(account);
      await manager.insert(AgencyPerson, { accountId, agencyId, addedBy: by.id });
      await record(manager, by, 'inbox-opened', agencyId, { account: accountId });
      return name;
    });
    return { username, fullName: person.fullName, password };
  }

  /** From an agency that has ended to one that carries on for it. */
  async transfer(by: Account, from: Agency, accountId: string, toId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.findOneByOrFail(AgencyPerson, { accountId, agencyId: from.id });
      const today = vietnamDate(this.clock.now());
      const heirs = await successorsOf(manager, from.id, today);
      if (!heirs.some(({ id }) => id === toId)) {
        throw new RuleViolation(
          'no-successor',
          `Chỉ chuyển được sang cơ quan kế thừa ${from.name}. Ghi cơ quan kế thừa trong danh bạ trước.`,
        );
      }
      await manager.update(AgencyPerson, { accountId }, { agencyId: toId });
      const details = { account: accountId, from: from.id };
      await record(manager, by, 'inbox-transferred', toId, details);
    });
  }

  /** Its sessions and keys count no more; what it acknowledged stays. */
  async close(by: Account, agencyId: string, accountId: string): Promise<void> {
    if (accountId === by.id) {
      throw new RuleViolation('own-account');
    }
    await this.database.transaction(async (manager) => {
      await manager.findOneByOrFail(AgencyPerson, { accountId, agencyId });
      await manager.update(
        Account,
        { id: accountId, closedAt: IsNull() },
        { closedAt: new Date() },
      );
      await record(manager, by, 'inbox-closed', agencyId, { account: accountId });
    });
  }

  private async lockExisting(manager: EntityManager, agencyId: string): Promise<void> {
    const agency = await manager.findOneOrFail(Agency, {
      where: { id: agencyId },
      lock: { mode: 'pessimistic_read' },
    });
    await requireExisting(manager, agency, vietnamDate(this.clock.now()));
  }
}

async function freeName(manager: EntityManager, chosen: string): Promise<string> {
  for (;;) {
    const username = `${chosen}.${String(randomInt(10_000)).padStart(4, '0')}`;
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`username ${username}`]);
    if (!(await manager.existsBy(Account, { username }))) return username;
  }
}
