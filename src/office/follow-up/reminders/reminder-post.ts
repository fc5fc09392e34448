import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/time/clock.ts';
import { Config } from '../../../platform/config/config.ts';
import {
  attemptLetter,
  LETTER_LEASE_MINUTES,
  LETTERS_AT_ONCE,
  LETTERS_TIME_SLICE_MS,
} from '../../delivery/outbox/attempt-letter.ts';
import { MailChannel } from '../../delivery/channels/mail/mail-channel.ts';
import { RateLimiter } from '../../delivery/outbox/rate-limiter.ts';
import { isRunning } from './owed.ts';
import { composeLetter } from './compose-letter.ts';
import type { ReminderMail } from './reminder-mail.entity.ts';

export type ClaimedMail = Pick<
  ReminderMail,
  'id' | 'dispatchId' | 'stepId' | 'name' | 'address' | 'madeAt' | 'attempts'
>;

/** Sends the mails of steps that were taken. */
@Injectable()
export class ReminderPost {
  private readonly rateLimiter: RateLimiter;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly mailer: MailChannel,
    private readonly clock: Clock,
  ) {
    this.rateLimiter = new RateLimiter(database, mailer.server);
  }

  /** Everything of this office that is due, as fast as the office lets its mails go. */
  async sendDue(officeId: string, isStopped: () => boolean): Promise<void> {
    while (!isStopped() && Date.now() >= this.mailer.pausedUntil) {
      if (!(await this.isAnyDue(officeId))) return;
      const { count, delayMs } = await this.rateLimiter.reserve(
        officeId,
        LETTERS_AT_ONCE,
        LETTERS_TIME_SLICE_MS,
        true,
      );
      if (count === 0) return;
      if (delayMs > 0) await pause(delayMs);
      const mails = await this.claim(officeId, count);
      await Promise.all(mails.map((mail) => this.send(mail)));
      if (delayMs > 0) return; // deliveries have their share; the next round goes on
    }
  }

  private async isAnyDue(officeId: string): Promise<boolean> {
    const rows = await this.database.query<object[]>(
      `SELECT FROM reminder_mails mail WHERE ${DUE} LIMIT 1`,
      [officeId],
    );
    return rows.length > 0;
  }

  private async claim(officeId: string, limit: number): Promise<ClaimedMail[]> {
    const [rows] = await this.database.query<[ClaimedMail[], number]>(
      `UPDATE reminder_mails
       SET state = 'sending', attempts = attempts + 1,
           due_at = now() + make_interval(mins => ${LETTER_LEASE_MINUTES})
       WHERE id IN (SELECT id FROM reminder_mails mail WHERE ${DUE}
                    ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id, dispatch_id AS "dispatchId", step_id AS "stepId", name, address,
                 made_at AS "madeAt", attempts`,
      [officeId, limit],
    );
    return rows;
  }

  /** What it says is true when it goes: who has answered meanwhile is not in it, and an empty one does not go. */
  private async send(mail: ClaimedMail): Promise<void> {
    const letter = await composeLetter(this.database.manager, this.config, mail, this.clock.now());
    if (!letter) return this.settle(mail.id, 'dropped', null, null);
    const { state, dueAt, reply } = await attemptLetter(
      this.mailer,
      () => this.mailer.sendLetter(letter),
      mail,
    );
    await this.settle(mail.id, state, dueAt, reply);
  }

  private async settle(
    id: string,
    state: ReminderMail['state'],
    dueAt: Date | null,
    reply: string | null,
  ): Promise<void> {
    await this.database.query(
      `UPDATE reminder_mails SET state = $2, due_at = coalesce($3, due_at), reply = $4
       WHERE id = $1 AND state = 'sending'`,
      [id, state, dueAt, reply],
    );
  }
}

const DUE = `mail.office_id = $1 AND mail.state IN ('waiting', 'sending')
  AND mail.due_at <= now() AND ${isRunning('mail.dispatch_id')}`;
