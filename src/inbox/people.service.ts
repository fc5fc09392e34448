import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource, IsNull } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { hashPassword } from '../accounts/password.ts';
import { Agency } from '../directory/agency.entity.ts';
import { record } from '../journal/journal.ts';
import { RuleViolation } from '../rule-violation.ts';
import { AgencyPerson } from './agency-person.entity.ts';
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
  constructor(private readonly database: DataSource) {}

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

  async add(by: Account, agencyId: string, person: NewPerson): Promise<Opened> {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(password);
    const { officeId } = by;
    await this.database.transaction(async (manager) => {
      const { username } = person;
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`username ${username}`]);
      if (await manager.existsBy(Account, { username })) {
        throw new RuleViolation(
          'username-taken',
          `Tên đăng nhập ${username} đã có người dùng. Chọn tên khác.`,
        );
      }
      const account = manager.create(Account, { ...person, officeId, passwordHash });
      account.role = 'recipient';
      const { id: accountId } = await manager.save(account);
      await manager.insert(AgencyPerson, { accountId, agencyId, addedBy: by.id });
      await record(manager, by, 'inbox-opened', agencyId, { account: accountId });
    });
    return { username: person.username, fullName: person.fullName, password };
  }

  /** Its sessions and keys count no more; what it acknowledged stays. */
  async close(by: Account, agencyId: string, accountId: string): Promise<void> {
    if (accountId === by.id) {
      throw new RuleViolation(
        'own-account',
        'Không tự đóng tài khoản đang dùng được. Nhờ người khác của cơ quan, hoặc nơi gửi, đóng giúp.',
      );
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
}
