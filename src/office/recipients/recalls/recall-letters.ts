import type { NoticeFacts } from './notice-facts.ts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import type { Outcome } from '../../delivery/attempts/outcome.ts';
import {
  LetterKinds,
  type Batch,
  type Claimed,
  type LetterKind,
  type LetterRows,
} from '../../delivery/outbox/letter-kind.ts';
import { settleLetters } from '../../delivery/outbox/settle-letters.ts';
import { linkToken, makeLinksKnown, type Linked } from '../../delivery/personal-link.ts';
import { recallLetter } from './recall-letter.tsx';

type ClaimedNotice = Claimed & Linked & NoticeFacts;

/** Notices of recall; those of one office are a batch. */
@Injectable()
export class RecallLetters implements LetterKind<ClaimedNotice> {
  readonly name = 'recall';
  readonly rows: LetterRows = {
    table: 'recall_notices',
    key: 'message_id',
    batch: `(SELECT dispatches.office_id FROM recipients
             JOIN dispatches ON dispatches.id = recipients.dispatch_id
             WHERE recipients.id = letter.recipient_id)`,
    isOpen: () => 'true',
    joined: {
      from: `recipients recipient
        JOIN recall_requests request ON request.recipient_id = recipient.id
        JOIN recalls recall ON recall.id = request.recall_id
        JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
        JOIN offices office ON office.id = dispatch.office_id
        LEFT JOIN deliveries delivery ON delivery.recipient_id = recipient.id`,
      on: 'recipient.id = letter.recipient_id',
    },
    columns: `1 AS "retryRound", letter.attempts AS attempt, letter.made_at AS "queuedAt",
      recipient.id AS "recipientId", recipient.token_hash AS "tokenHash", recipient.code, recipient.name,
      delivery.id AS "deliveryId", dispatch.id AS "dispatchId", dispatch.number, dispatch.symbol,
      dispatch.type, dispatch.abstract, dispatch.issued_on::text AS "issuedOn",
      office.code AS "officeCode", office.sender_name AS "senderName",
      office.sender_address AS "senderAddress", 
      office_name(office.id, (recall.recalled_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS "officeName", recall.reason, recall.basis,
      recall.recalled_at AS "recalledAt"`,
  };

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    kinds: LetterKinds,
  ) {
    kinds.add(this);
  }

  async open(officeId: string): Promise<Batch<ClaimedNotice>> {
    return {
      officeId,
      isUrgent: true,
      isHeld: false,
      compose: async (notice) => {
        const { publicUrl, keys } = this.config;
        const token = linkToken(keys, notice.recipientId);
        const link = `${publicUrl}/a/${token}`;
        return recallLetter(notice, link, `${publicUrl}/api/recall-answers/${token}`);
      },
    };
  }

  onClaim(rows: ClaimedNotice[]): Promise<void> {
    return makeLinksKnown(this.database.manager, this.config.keys, rows);
  }

  record(outcomes: Outcome[]): Promise<void> {
    return settleLetters(this.database, this.rows, outcomes, 'recall_notices');
  }
}
