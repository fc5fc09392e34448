import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Clock } from '../../../platform/time/clock.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { requireReadable } from '../../dispatches/reading/readable.ts';
import { readCalendar } from '../../calendar/stored-calendar.ts';
import { type Contacts, contactsOf } from './contacts.ts';
import { GRACE_MINUTES, momentOf } from './moments.ts';
import { isRunning } from './owed.ts';
import { ReminderStep, type Concern } from './reminder-step.entity.ts';
import type { Reminders } from './reminding.schemas.ts';
import { type OpenDeadline, OPEN } from './open-deadlines.ts';

const COMING = 6;

/** What an office asks for, when, and of whom. */
interface Policy {
  calendar: WorkingCalendar;
  contacts: Contacts;
  steps: ReminderStep[];
}

/** What was sent to whom about one dispatch, and what comes next. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async find(by: Account, dispatchId: string): Promise<Reminders> {
    const { manager } = this.database;
    const [, open, running, past, policy] = await Promise.all([
      requireReadable(manager, by, dispatchId),
      this.database.query<OpenDeadline[]>(OPEN, [dispatchId]),
      this.database.query<[{ isRunning: boolean }]>(`SELECT ${isRunning('$1')} AS "isRunning"`, [
        dispatchId,
      ]),
      this.past(dispatchId),
      this.policy(by.officeId),
    ]);
    const owed = (concern: Concern) =>
      open.reduce(
        (sum, { concerns, recipients }) => sum + (concerns === concern ? recipients : 0),
        0,
      );
    return {
      owing: owed('acknowledgement'),
      owingReplies: owed('reply'),
      isPaused: !running[0].isRunning,
      past,
      next: this.next(open, policy),
    };
  }

  private past(dispatchId: string): Promise<Reminders['past']> {
    return this.database.query<Reminders['past']>(
      `SELECT step.id, concerns, rung, amount, unit, counted, min(reminders.made_at) AS at,
              count(*)::integer AS recipients, ${MAILS()} AS mails, ${MAILS('sent')} AS sent,
              ${MAILS('failed')} AS failed, ${MAILS('dropped')} AS dropped,
              coalesce(array_agg(DISTINCT mail.name || ' <' || mail.address || '>')
                FILTER (WHERE rung <> 'recipient' AND mail.id IS NOT NULL), '{}') AS to
       FROM reminders JOIN reminder_steps step ON step.id = step_id
       LEFT JOIN reminder_mails mail ON mail.id = mail_id
       WHERE reminders.dispatch_id = $1 AND fate <> 'overtaken'
       GROUP BY step.id ORDER BY min(reminders.made_at), rung`,
      [dispatchId],
    );
  }

  private async policy(officeId: string): Promise<Policy> {
    const { manager } = this.database;
    const [calendar, contacts, steps] = await Promise.all([
      readCalendar(manager, officeId),
      contactsOf(manager, officeId),
      manager.findBy(ReminderStep, { officeId, endedAt: IsNull() }),
    ]);
    return { calendar, contacts, steps };
  }

  /** The steps that lie ahead, at the moment at which they will be taken. */
  private next(open: OpenDeadline[], { calendar, contacts, steps }: Policy): Reminders['next'] {
    const now = this.clock.now();
    return open
      .flatMap(({ concerns, deadline, issuedAt, recipients }) =>
        steps.flatMap((step) => {
          if (step.concerns !== concerns) return [];
          const { id, rung, amount, unit, counted } = step;
          const moment = momentOf(step, deadline, calendar);
          const at = calendar.nextWorkingTime(moment);
          const isCounted =
            moment >= step.setAt && +moment >= +issuedAt + GRACE_MINUTES * 60_000 && at > now;
          if (!isCounted) return [];
          const isWithoutContact = (rung === 'clerk' || rung === 'head') && !contacts[rung];
          const timing = { id, concerns, rung, amount, unit, counted };
          return [{ ...timing, at, deadline, recipients, isWithoutContact }];
        }),
      )
      .toSorted((a, b) => +a.at - +b.at || +a.deadline - +b.deadline)
      .slice(0, COMING);
  }
}

const MAILS = (state?: string) =>
  `count(DISTINCT mail.id)${state ? ` FILTER (WHERE mail.state = '${state}')` : ''}::integer`;
