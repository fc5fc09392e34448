import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Office } from '../../accounts/office.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

/** The ladder, from the bottom: who is asked, and last whom the clerk rings. */
export const RUNGS = ['recipient', 'clerk', 'head', 'parent', 'telephone'] as const;
export type Rung = (typeof RUNGS)[number];

/** Each recipient's deadline that a step is reckoned from. */
export const CONCERNS = ['acknowledgement', 'reply'] as const;
export type Concern = (typeof CONCERNS)[number];

export const UNITS = ['minutes', 'hours', 'days'] as const;
export const COUNTED = ['working', 'clock'] as const;

/** When, seen from a recipient's deadline, and to whom. Ended, never changed: what was sent names it. */
@Entity('reminder_steps')
@Index('reminder_steps_open_idx', ['officeId', 'concerns', 'rung', 'amount', 'unit', 'counted'], {
  unique: true,
  where: 'ended_at IS NULL',
})
@Check('reminder_steps_rung_check', oneOf('rung', RUNGS))
@Check('reminder_steps_concerns_check', oneOf('concerns', CONCERNS))
@Check('reminder_steps_unit_check', oneOf('unit', UNITS))
@Check('reminder_steps_counted_check', oneOf('counted', COUNTED))
export class ReminderStep {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column('text', { default: 'acknowledgement' })
  concerns: Concern;

  @Column('text')
  rung: Rung;

  /** Before the deadline when negative. */
  @Column('integer')
  amount: number;

  @Column('text')
  unit: (typeof UNITS)[number];

  /** Hours and days that are worked, or all of them. */
  @Column('text')
  counted: (typeof COUNTED)[number];

  /** When the step was set. Reminders that would have been due earlier are not sent. */
  @Column('timestamptz', { default: () => 'now()' })
  setAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

const ABOUT_RECEIPT: Pick<ReminderStep, 'rung' | 'amount' | 'unit'>[] = [
  { rung: 'recipient', amount: -2, unit: 'hours' },
  { rung: 'recipient', amount: 0, unit: 'hours' },
  { rung: 'clerk', amount: 2, unit: 'hours' },
  { rung: 'recipient', amount: 1, unit: 'days' },
  { rung: 'head', amount: 1, unit: 'days' },
  { rung: 'parent', amount: 2, unit: 'days' },
  { rung: 'telephone', amount: 3, unit: 'days' },
];

const ABOUT_REPLIES: Pick<ReminderStep, 'rung' | 'amount' | 'unit'>[] = [
  { rung: 'recipient', amount: -1, unit: 'days' },
  { rung: 'recipient', amount: 0, unit: 'days' },
  { rung: 'recipient', amount: 1, unit: 'days' },
  { rung: 'clerk', amount: 1, unit: 'days' },
  { rung: 'telephone', amount: 3, unit: 'days' },
];

/** The usual ladders of a new office. */
export const USUAL_STEPS = [
  ...ABOUT_RECEIPT.map((step) => ({ ...step, concerns: 'acknowledgement' as const })),
  ...ABOUT_REPLIES.map((step) => ({ ...step, concerns: 'reply' as const })),
].map((step) => ({ ...step, counted: 'working' as const }));
