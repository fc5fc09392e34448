import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { folded, hasWords } from '../../../platform/text/name-key.ts';
import type { Urgency } from '../../dispatches/dispatch.entity.ts';
import type { Terms } from '../../dispatches/terms.ts';
import type { DocumentType } from '../../../engines/page/document-types.ts';
import { presence } from '../../journal/person.ts';
import { AcknowledgementsService } from '../receiving/acknowledgements.service.ts';
import { personOf } from '../receiving/recipient-forms.tsx';
import type { RecipientAccess } from '../receiving/read-facts.ts';
import { ReceivingService } from '../receiving/receiving.service.ts';
import { AgencyPerson } from './agency-person.entity.ts';
import { requireExisting } from './ended-agency.ts';
import type { AcknowledgeMany, InboxQuery } from './inbox.schemas.ts';

export const PAGE_SIZE = 30;

export interface InboxRow extends Pick<Terms, 'purpose' | 'replyBy'> {
  /** Id of the recipient. */
  id: string;
  number: number;
  symbol: string;
  type: DocumentType;
  abstract: string;
  urgency: Urgency;
  issuer: string;
  issuedOn: string;
  /** As it was when the dispatch was issued; another one where this agency carries on for it. */
  name: string;
  acknowledgeBy: Date;
  acknowledgedAt: Date | null;
  /** Where the wanted answer stands; null where none is wanted. */
  reply: 'owed' | 'late' | 'given' | null;
  state: 'open' | 'late' | 'acknowledged' | 'refused' | 'withdrawn';
}

/** The agency and those whose work it carries on, directly or through others. UNION ends circles. */
const AGENCIES = `
  WITH RECURSIVE carried AS (
    SELECT $1::uuid AS id
    UNION
    SELECT predecessor_id FROM carried
    JOIN agency_successions ON successor_id = carried.id
    JOIN agencies ended ON ended.id = predecessor_id
    WHERE ended.valid_to < (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
  )
  SELECT id FROM carried`;

const ROWS = `
  SELECT recipient.id, number, symbol, type, abstract, urgency, office_name(dispatch.office_id, issued_on) AS issuer,
         issued_on::text AS "issuedOn", recipient.name,
         recipient.purpose, recipient.reply_by AS "replyBy",
         CASE WHEN has_replied THEN 'given'
              WHEN is_late(owes_reply, standing.reply_by, $2) THEN 'late'
              WHEN owes_reply THEN 'owed' END AS reply,
         standing.acknowledge_by AS "acknowledgeBy", acknowledged_at AS "acknowledgedAt",
         CASE WHEN is_late(owes_receipt, standing.acknowledge_by, $2) THEN 'late'
              WHEN owes_receipt THEN 'open' ELSE standing.state END AS state
  FROM recipients recipient
  JOIN recipient_standings standing ON standing.recipient_id = recipient.id
  JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
  JOIN delivery_runs run ON run.dispatch_id = dispatch.id -- its file is made
  WHERE recipient.agency_id IN (${AGENCIES})`;

const FOUND = `
  SELECT * FROM (${ROWS}) AS rows
  WHERE (state = $3 OR $3 IS NULL OR ($3 = 'open' AND state = 'late')
         OR ($3 = 'reply' AND reply IN ('owed', 'late')))
    AND ($4::text IS NULL OR ${hasWords(`concat_ws(' ', number::text || '/' || symbol, abstract)`, '$4')})`;

/** Everything addressed to one agency, for its own people. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: DataSource,
    private readonly receiving: ReceivingService,
    private readonly acknowledgements: AcknowledgementsService,
    private readonly clock: Clock,
  ) {}

  async list(by: Account, query: InboxQuery): Promise<{ items: InboxRow[]; total: number }> {
    const { agencyId } = await this.personOf(by);
    const words = query.q && folded(query.q).join(' ');
    const values = [agencyId, this.clock.now(), query.state ?? null, words ?? null];
    const [{ total }] = await this.database.query<[{ total: number }]>(
      `SELECT count(*)::integer AS total FROM (${FOUND}) AS found`,
      values,
    );
    const items = await this.database.query<InboxRow[]>(
      `${FOUND} ORDER BY state NOT IN ('open', 'late'), "issuedOn" DESC, number DESC
       LIMIT ${PAGE_SIZE} OFFSET $5`,
      [...values, (query.page - 1) * PAGE_SIZE],
    );
    return { items, total };
  }

  /** Each by itself: what was acknowledged stays so when another fails. */
  async acknowledge(by: Account, { recipients }: AcknowledgeMany): Promise<number> {
    const ids = [...new Set(recipients.map((id) => id.toLowerCase()))];
    const seat = await this.seat(by);
    const open = await this.receiving.unacknowledged(seat.agencyIds, ids);
    const input = personOf(by);
    await this.acknowledgements.acknowledgeMany(open, (recipientId) => ({
      holder: { recipientId, ...seat },
      how: 'account',
      input,
      presence: presence(input),
    }));
    return ids.length;
  }

  async holder(by: Account, recipientId: string): Promise<RecipientAccess> {
    return { recipientId, ...(await this.seat(by)) };
  }

  private async seat(by: Account): Promise<{ agencyId: string; agencyIds: string[] }> {
    const { agencyId } = await this.personOf(by);
    const agencies = await this.database.query<{ id: string }[]>(AGENCIES, [agencyId]);
    return { agencyId, agencyIds: agencies.map(({ id }) => id) };
  }

  /** Whose inbox it is; of an agency that has ended nobody's any more. */
  async personOf({ id: accountId }: Account): Promise<AgencyPerson> {
    const { manager } = this.database;
    const person = await manager.findOneOrFail(AgencyPerson, {
      where: { accountId },
      relations: { agency: true },
    });
    await requireExisting(manager, person.agency, vietnamDate(this.clock.now()));
    return person;
  }
}
