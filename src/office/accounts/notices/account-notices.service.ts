import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Account } from '../account.entity.ts';
import { AccountNotice } from './account-notice.entity.ts';

const LATEST = 20;

/** What the journal says of an account, in the words of its verbs. */
export interface AccountEvent {
  at: Date;
  verb: string;
  /** Somebody else, when it was not oneself; nobody's name where no account acted. */
  by: string | null;
  address: string | null;
  details: Record<string, unknown>;
}

/** Tells people what was done to their accounts. */
@Injectable()
export class AccountNoticesService {
  constructor(private readonly database: DataSource) {}

  unread({ id: accountId }: Pick<Account, 'id'>): Promise<AccountNotice[]> {
    return this.database.manager.find(AccountNotice, {
      where: { accountId, seenAt: IsNull() },
      order: { at: 'ASC' },
      take: LATEST,
    });
  }

  /** Where to go after signing in: first to what one has not been told. */
  async firstPage(account: Pick<Account, 'id'>, to: string): Promise<string> {
    const isTold = (await this.unread(account)).length === 0;
    return isTold ? to : `/account/notices?to=${encodeURIComponent(to)}`;
  }

  async markRead({ id: accountId }: Account): Promise<void> {
    const seenAt = new Date();
    await this.database.manager.update(AccountNotice, { accountId, seenAt: IsNull() }, { seenAt });
  }

  /** The latest first. */
  history({ id }: Account): Promise<AccountEvent[]> {
    return this.database.query<AccountEvent[]>(
      `SELECT entry.at, entry.verb, entry.details, person.address,
              CASE WHEN entry.account_id <> $1 THEN actor.full_name END AS by
       FROM journal_entries entry
       LEFT JOIN journal_people person ON person.entry_id = entry.id
       LEFT JOIN accounts actor ON actor.id = entry.account_id
       WHERE entry.subject_id = $1
       ORDER BY entry.id DESC LIMIT ${LATEST}`,
      [id],
    );
  }
}
