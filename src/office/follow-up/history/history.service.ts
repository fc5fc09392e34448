import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { requireReadable } from '../../dispatches/reading/readable.ts';
import { NOTHING_BEFORE } from '../../journal/chain.ts';
import { KEPT } from '../../journal/facts/seal-facts.ts';
import type { HistoryFilter, HistoryItem } from './history.schemas.ts';

export const PAGE_SIZE = 100;

/** Seals of facts are for those who compare. */
const WHICH = `link.office_id = $1 AND entry.subject_id = $2 AND entry.verb <> '${KEPT}'
  AND ($3 = 'all' OR (entry.verb = 'read') = ($3 = 'readings'))`;

export interface Found {
  items: HistoryItem[];
  total: number;
  head: { position: number; hash: string };
}

/** The journal of one dispatch, the newest first. */
@Injectable()
export class HistoryService {
  constructor(private readonly database: DataSource) {}

  async ofDispatch(by: Account, id: string, { kind, page }: HistoryFilter): Promise<Found> {
    const { manager } = this.database;
    const { officeId } = by;
    await requireReadable(manager, by, id);
    const items = await manager.query<HistoryItem[]>(
      `SELECT link.position::int AS position, link.hash, entry.at, entry.verb,
              account.username AS account,
              coalesce(account.full_name, person.name) AS name,
              coalesce(account.post, person.post) AS post,
              person.address, recipient.name AS recipient,
              entry.details ? 'person' AND person.entry_id IS NULL AS "isErased",
              entry.details - '{person,facts}'::text[] AS details
       FROM journal_entries entry
       JOIN journal_links link ON link.entry_id = entry.id
       LEFT JOIN journal_people person ON person.entry_id = entry.id
       LEFT JOIN accounts account ON account.id = entry.account_id
       LEFT JOIN recipients recipient
         ON recipient.dispatch_id = entry.subject_id AND recipient.code = entry.details->>'recipient'
       WHERE ${WHICH}
       ORDER BY link.position DESC LIMIT ${PAGE_SIZE} OFFSET $4`,
      [officeId, id, kind, (page - 1) * PAGE_SIZE],
    );
    const [count] = await manager.query<{ total: number }[]>(
      `SELECT count(*)::int AS total
       FROM journal_entries entry JOIN journal_links link ON link.entry_id = entry.id
       WHERE ${WHICH}`,
      [officeId, id, kind],
    );
    return { items, total: count!.total, head: await this.head(officeId) };
  }

  private async head(officeId: string): Promise<Found['head']> {
    const [head] = await this.database.query<Found['head'][]>(
      `SELECT position::int AS position, hash FROM journal_links
       WHERE office_id = $1 ORDER BY journal_links.position DESC LIMIT 1`,
      [officeId],
    );
    return head ?? { position: 0, hash: NOTHING_BEFORE };
  }
}
