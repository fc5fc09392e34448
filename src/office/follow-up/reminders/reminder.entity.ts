import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DeliveryRun } from '../../delivery/delivery-run.entity.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { ReminderMail } from './reminder-mail.entity.ts';
import { ReminderStep } from './reminder-step.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

export const REMINDER_FATES = ['mail', 'call', 'overtaken'] as const;

/** A step was taken for a recipient: once, whoever sweeps. Append-only. */
@Entity('reminders')
@Index('reminders_calls_idx', ['recipientId'], { where: `fate = 'call'` })
@Check(
  'reminders_fate_check',
  `${oneOf('fate', REMINDER_FATES)} AND (fate = 'mail') = (mail_id IS NOT NULL)`,
)
export class Reminder {
  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  @ManyToOne(() => ReminderStep, { nullable: false })
  step: ReminderStep;

  @PrimaryColumn('uuid')
  stepId: string;

  @ManyToOne(() => DeliveryRun, { nullable: false })
  @JoinColumn({ name: 'dispatch_id', referencedColumnName: 'dispatchId' })
  run: DeliveryRun;

  @Index()
  @Column('uuid')
  dispatchId: string;

  /** When the step fell due; it was taken in working hours after that. */
  @Column('timestamptz')
  plannedFor: Date;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;

  /** In a mail; on the list of calls; or nothing, because a later step of the same rung was due as well. */
  @Column('text')
  fate: (typeof REMINDER_FATES)[number];

  @ManyToOne(() => ReminderMail, { nullable: true })
  @JoinColumn({ name: 'mail_id' })
  mail: ReminderMail | null;

  @Index()
  @Column('uuid', { nullable: true })
  mailId: string | null;
}
