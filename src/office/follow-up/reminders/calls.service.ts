import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Agency } from '../../directory/agency.entity.ts';
import { reference } from '../../dispatches/number-words.ts';
import { record } from '../../journal/journal.ts';
import { ASKED } from './owed.ts';
import type { Concern } from './reminder-step.entity.ts';
import type { Call } from './reminding.schemas.ts';

export const PAGE_SIZE = 100;

/** Who was asked for what, and owes it still; who has told the clerk stays until a second person confirmed it. */
const OWES: Record<Concern, string> = {
  acknowledgement: 'standing.owes_receipt',
  reply: ASKED.reply.isOwed,
};

const ON_THE_LIST = `
  FROM reminders
  JOIN reminder_steps step ON step.id = step_id
  JOIN recipient_standings standing USING (recipient_id)
  JOIN recipients recipient ON recipient.id = recipient_id
  JOIN dispatches dispatch ON dispatch.id = standing.dispatch_id
  JOIN agencies agency ON agency.id = standing.agency_id
  LEFT JOIN agencies parent ON parent.id = agency.parent_id
  WHERE fate = 'call' AND standing.office_id = $1 AND may_read(reading, dispatch.id, $2)
    AND CASE concerns WHEN 'reply' THEN ${OWES.reply} ELSE ${OWES.acknowledgement} END`;

const DEADLINE = `CASE concerns WHEN 'reply' THEN ${ASKED.reply.deadline}
                                ELSE ${ASKED.acknowledgement.deadline} END`;

/** The last rung: whom the clerk rings. */
@Injectable()
export class CallsService {
  constructor(private readonly database: DataSource) {}

  /** Agency by agency, so that one call settles all that it owes. */
  async list({ officeId, id }: Account, page: number): Promise<{ items: Call[]; total: number }> {
    const rows = await this.database.query<
      (Call & { number: number; symbol: string; issuedOn: string })[]
    >(
      `SELECT DISTINCT recipient.id AS "recipientId", agency.id AS "agencyId",
              recipient.name, recipient.code, parent.name AS "parentName", agency.telephone,
              dispatch.id AS "dispatchId", dispatch.number, dispatch.symbol,
              concerns, ${DEADLINE} AS deadline,
              concerns = 'acknowledgement'
                AND EXISTS (SELECT FROM entered_acknowledgements told
                            WHERE told.recipient_id = recipient.id) AS "isTold"
       ${ON_THE_LIST}
       ORDER BY name, recipient.code, deadline, recipient.id, concerns
       LIMIT ${PAGE_SIZE} OFFSET $3`,
      [officeId, id, (page - 1) * PAGE_SIZE],
    );
    const [count] = await this.database.query<[{ total: number }]>(
      `SELECT count(DISTINCT (recipient.id, concerns))::integer AS total ${ON_THE_LIST}`,
      [officeId, id],
    );
    return {
      items: rows.map((row) => ({ ...row, reference: reference(row) })),
      total: count.total,
    };
  }

  async setTelephone(by: Account, id: string, telephone: string | null): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.findOneByOrFail(Agency, { id, officeId: by.officeId });
      await manager.update(Agency, { id }, { telephone });
      await record(manager, by, 'telephone-set', id);
    });
  }
}
