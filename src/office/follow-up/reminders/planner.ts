import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '../../../platform/time/clock.ts';
import { readCalendar } from '../../calendar/stored-calendar.ts';
import { momentOf, reachOf, STALE_MS } from './moments.ts';
import { ASKED, isRunning } from './owed.ts';
import { CONCERNS, ReminderStep, type Concern } from './reminder-step.entity.ts';
import { takeSteps, type DueStep } from './take-steps.ts';

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
      const due = new Map<string, DueStep[]>();
      for (const concerns of CONCERNS) {
        const own = steps.filter(
          (step) => step.officeId === officeId && step.concerns === concerns,
        );
        if (own.length === 0) continue;
        const open = await this.openDeadlines(officeId, concerns, own, now);
        for (const { dispatchId, deadline } of open) {
          for (const step of own) {
            const at = momentOf(step, deadline, calendar);
            if (at > now || at < step.setAt || +at < +now - STALE_MS) continue;
            if (!due.has(dispatchId)) due.set(dispatchId, []);
            due.get(dispatchId)!.push({ id: step.id, rung: step.rung, concerns, at, deadline });
          }
        }
      }
      for (const [dispatchId, dueSteps] of due) {
        await takeSteps(this.database, officeId, dispatchId, dueSteps);
      }
    }
    return atWork;
  }

  /** With a ladder, or with mails that still wait. */
  private async offices(): Promise<string[]> {
    const rows = await this.database.query<{ office_id: string }[]>(
      `SELECT office_id FROM reminder_steps WHERE ended_at IS NULL
       UNION SELECT office_id FROM reminder_mails WHERE state IN ('waiting', 'sending')`,
    );
    return rows.map((row) => row.office_id);
  }

  private openDeadlines(
    officeId: string,
    concerns: Concern,
    steps: ReminderStep[],
    now: Date,
  ): Promise<OpenDeadline[]> {
    const reach = (chosen: ReminderStep[]) => Math.max(0, ...chosen.map(reachOf));
    const ahead = reach(steps.filter(({ amount }) => amount < 0));
    const behind = reach(steps.filter(({ amount }) => amount >= 0)) + STALE_MS;
    return this.database.query<OpenDeadline[]>(OPEN[concerns], [
      officeId,
      new Date(+now - behind),
      new Date(+now + ahead),
    ]);
  }
}

const OPEN: Record<Concern, string> = {
  acknowledgement: `
    SELECT dispatch_id AS "dispatchId", acknowledge_by AS deadline
    FROM recipient_standings standing
    WHERE office_id = $1 AND acknowledge_by BETWEEN $2 AND $3
      AND ${ASKED.acknowledgement.isOwed} AND ${isRunning('dispatch_id')}
    GROUP BY dispatch_id, acknowledge_by ORDER BY acknowledge_by, dispatch_id`,
  reply: `
    SELECT dispatch_id AS "dispatchId", reply_by AS deadline
    FROM recipient_standings standing
    WHERE office_id = $1 AND reply_by BETWEEN $2 AND $3
      AND ${ASKED.reply.isOwed} AND ${isRunning('dispatch_id')}
    GROUP BY dispatch_id, reply_by ORDER BY reply_by, dispatch_id`,
};
