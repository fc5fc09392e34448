import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '../../../platform/time/clock.ts';
import { readCalendar } from '../../calendar/stored-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { isStale, momentOf, reachOf, STALE_MS } from './moments.ts';
import { ASKED, isRunning } from './owed.ts';
import { pausesThatEndedAfter, type RunPauses } from './pauses.ts';
import { CONCERNS, ReminderStep, type Concern } from './reminder-step.entity.ts';
import { takeSteps } from './take-steps.ts';
import type { DueStep } from './candidates.ts';

interface OpenDeadline {
  dispatchId: string;
  deadline: Date;
}

/** Finds the steps that are due, in working hours, and has them taken. */
@Injectable()
export class Planner {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Offices at work now. */
  async plan(): Promise<string[]> {
    const steps = await this.database.manager.findBy(ReminderStep, { endedAt: IsNull() });
    const now = this.clock.now();
    const atWork: string[] = [];
    for (const officeId of await this.offices()) {
      const calendar = await readCalendar(this.database.manager, officeId);
      if (!calendar.isWorkingTime(now)) continue;
      atWork.push(officeId);
      const own = steps.filter((step) => step.officeId === officeId);
      for (const [dispatchId, due] of await this.dueSteps(officeId, own, calendar, now)) {
        await takeSteps(this.database, officeId, dispatchId, due);
      }
    }
    return atWork;
  }

  /** Ids of offices that have a ladder of reminders, or mails that still wait. */
  private async offices(): Promise<string[]> {
    const rows = await this.database.query<{ office_id: string }[]>(
      `SELECT office_id FROM reminder_steps WHERE ended_at IS NULL
       UNION SELECT office_id FROM reminder_mails WHERE state IN ('waiting', 'sending')`,
    );
    return rows.map((row) => row.office_id);
  }

  /** The steps that are due now, by dispatch. */
  private async dueSteps(
    officeId: string,
    steps: ReminderStep[],
    calendar: WorkingCalendar,
    now: Date,
  ): Promise<Map<string, DueStep[]>> {
    const paused = await pausesThatEndedAfter(
      this.database.manager,
      officeId,
      new Date(+now - STALE_MS),
    );
    const due = new Map<string, DueStep[]>();
    for (const concerns of CONCERNS) {
      const own = steps.filter((step) => step.concerns === concerns);
      if (own.length === 0) continue;
      for (const open of await this.openDeadlines(officeId, concerns, own, now, paused)) {
        const { dispatchId, deadline } = open;
        const found = due.get(dispatchId) ?? [];
        const pauses = paused.get(dispatchId) ?? [];
        for (const step of own) {
          const at = momentOf(step, deadline, calendar);
          if (at > now || at < step.setAt || isStale(at, now, pauses)) continue;
          found.push({ id: step.id, rung: step.rung, concerns, at, deadline });
        }
        if (found.length > 0) due.set(dispatchId, found);
      }
    }
    return due;
  }

  private openDeadlines(
    officeId: string,
    concerns: Concern,
    steps: ReminderStep[],
    now: Date,
    paused: RunPauses,
  ): Promise<OpenDeadline[]> {
    const reach = (chosen: ReminderStep[]) => Math.max(0, ...chosen.map(reachOf));
    const ahead = reach(steps.filter(({ amount }) => amount < 0));
    const behind = reach(steps.filter(({ amount }) => amount >= 0)) + STALE_MS;
    return this.database.query<OpenDeadline[]>(OPEN[concerns], [
      officeId,
      new Date(+now - behind),
      new Date(+now + ahead),
      [...paused.keys()],
    ]);
  }
}

/** Deadlines from `$2` to `$3`; of the dispatches `$4` also earlier ones, whose steps a pause has kept. */
const openUntil = (deadline: string, isOwed: string) => `
  SELECT dispatch_id AS "dispatchId", ${deadline} AS deadline
  FROM recipient_standings standing
  WHERE office_id = $1 AND ${deadline} <= $3 AND (${deadline} >= $2 OR dispatch_id = ANY($4))
    AND ${isOwed} AND ${isRunning('dispatch_id')}
  GROUP BY dispatch_id, ${deadline} ORDER BY ${deadline}, dispatch_id`;

const OPEN: Record<Concern, string> = {
  acknowledgement: openUntil('acknowledge_by', ASKED.acknowledgement.isOwed),
  reply: openUntil('reply_by', ASKED.reply.isOwed),
};
