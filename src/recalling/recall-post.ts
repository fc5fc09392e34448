import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import {
  attemptLetter,
  LETTER_LEASE_MINUTES,
  LETTERS_AT_ONCE,
  LETTERS_TURN_MS,
} from '../delivery/attempt-letter.ts';
import { Mailer } from '../delivery/mailer.ts';
import { Pace } from '../delivery/pace.ts';
import { linkToken } from '../delivery/personal-link.ts';
import { recallLetter, type NoticeFacts } from './recall-letter.tsx';

interface Claimed extends NoticeFacts {
  recipientId: string;
  attempts: number;
  officeId: string;
}

/** Sends the notices of recall that are due; a repeated one has the same Message-ID. */
@Injectable()
export class RecallPost {
  private readonly pace: Pace;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {
    this.pace = new Pace(database, mailer.server);
  }

  async sendDue(isStopped: () => boolean): Promise<void> {
    const offices = await this.database.query<{ officeId: string }[]>(
      `SELECT DISTINCT office_id AS "officeId" ${FROM_DUE}`,
    );
    for (const { officeId } of offices) await this.sendOf(officeId, isStopped);
  }

  private async sendOf(officeId: string, isStopped: () => boolean): Promise<void> {
    while (!isStopped() && Date.now() >= this.mailer.pausedUntil) {
      const { count, firstIn } = await this.pace.reserve(
        officeId,
        LETTERS_AT_ONCE,
        LETTERS_TURN_MS,
      );
      if (count === 0 || firstIn > 0) return; // the next round goes on
      const notices = await this.claim(officeId, count);
      if (notices.length === 0) return;
      await Promise.all(notices.map((notice) => this.send(notice)));
    }
  }

  private async claim(officeId: string, limit: number): Promise<Claimed[]> {
    const [rows] = await this.database.query<[Claimed[], number]>(
      `UPDATE recall_notices claimed
       SET state = 'sending', attempts = claimed.attempts + 1,
           due_at = now() + make_interval(mins => ${LETTER_LEASE_MINUTES})
       FROM (SELECT notice.recipient_id, delivery.id AS delivery_id, recipient.name,
                    dispatch.office_id, office.name AS office_name, dispatch.number, dispatch.symbol,
                    dispatch.type, dispatch.abstract, dispatch.issued_on::text, recall.reason,
                    recall.basis
             ${FROM_DUE} AND dispatch.office_id = $1
             ORDER BY notice.due_at LIMIT $2 FOR UPDATE OF notice SKIP LOCKED) due
       WHERE claimed.recipient_id = due.recipient_id
       RETURNING claimed.recipient_id AS "recipientId", message_id AS id, address, attempts,
                 made_at AS "madeAt", delivery_id AS "deliveryId", name, office_id AS "officeId",
                 office_name AS "officeName", number, symbol, type, abstract,
                 issued_on AS "issuedOn", reason, basis`,
      [officeId, limit],
    );
    return rows;
  }

  private async send(notice: Claimed): Promise<void> {
    const { recipientId } = notice;
    const { publicUrl, linkSecret } = this.config;
    const link = `${publicUrl}/a/${linkToken(linkSecret, recipientId)}`;
    const outcome = await attemptLetter(this.mailer, recallLetter(notice, link), notice);
    const { state, dueAt, reply } = outcome;
    await this.database.query(
      `UPDATE recall_notices SET state = $2, due_at = coalesce($3, due_at), reply = $4
       WHERE recipient_id = $1 AND state = 'sending'`,
      [recipientId, state, dueAt, reply],
    );
  }
}

const FROM_DUE = `
  FROM recall_notices notice
  JOIN recipients recipient ON recipient.id = notice.recipient_id
  JOIN recall_requests request ON request.recipient_id = notice.recipient_id
  JOIN recalls recall ON recall.id = request.recall_id
  JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
  JOIN offices office ON office.id = dispatch.office_id
  LEFT JOIN deliveries delivery ON delivery.recipient_id = notice.recipient_id
  WHERE notice.state IN ('waiting', 'sending') AND notice.due_at <= now()`;
