import type { ClaimedReminder } from './claimed-reminder.ts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/time/clock.ts';
import { Config } from '../../../platform/config/config.ts';
import type { Outcome } from '../../delivery/attempts/outcome.ts';
import {
  LetterKinds,
  type Batch,
  type LetterKind,
  type LetterRows,
} from '../../delivery/outbox/letter-kind.ts';
import { settleLetters } from '../../delivery/outbox/settle-letters.ts';
import { composeLetter } from './compose-letter.ts';
import { isRunning } from './owed.ts';

/** SQL: from when on it could go; a pause takes nothing from its lifetime. */
const SINCE = `
  greatest(made_at, (SELECT max(ended_at) FROM delivery_pauses pause
                     WHERE pause.dispatch_id = letter.dispatch_id))`;

/** Reminders of steps that were taken; those of one office are a batch. */
@Injectable()
export class ReminderLetters implements LetterKind<ClaimedReminder> {
  readonly name = 'reminder';
  readonly rows: LetterRows = {
    table: 'reminder_mails',
    key: 'id',
    batch: 'letter.office_id',
    isOpen: () => isRunning('letter.dispatch_id'),
    columns: `1 AS "retryRound", attempts AS attempt, dispatch_id AS "dispatchId", step_id AS "stepId", name,
      ${SINCE} AS "queuedAt"`,
  };

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    kinds: LetterKinds,
  ) {
    kinds.add(this);
  }

  async open(officeId: string): Promise<Batch<ClaimedReminder>> {
    const { manager } = this.database;
    return {
      officeId,
      isUrgent: true,
      isHeld: false,
      compose: (reminder) => composeLetter(manager, this.config, reminder, this.clock.now()),
    };
  }

  record(outcomes: Outcome[]): Promise<void> {
    return settleLetters(this.database, this.rows, outcomes);
  }

  async drop(id: string): Promise<void> {
    await this.database.query(
      `UPDATE reminder_mails SET state = 'dropped', claimed_by = NULL
       WHERE id = $1 AND state = 'sending'`,
      [id],
    );
  }
}
