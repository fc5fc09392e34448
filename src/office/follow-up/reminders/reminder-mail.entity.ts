import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Office } from '../../accounts/office.entity.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { DeliveryRun } from '../../delivery/delivery-run.entity.ts';
import { ReminderStep } from './reminder-step.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

export const REMINDER_MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const;

/** One mail of one step: to a recipient about itself, or to somebody else about all that owe. */
@Entity('reminder_mails')
@Index('reminder_mails_due_idx', ['officeId', 'dueAt'], {
  where: `state IN ('waiting', 'sending')`,
})
@Index(['dispatchId', 'address'])
@Check('reminder_mails_state_check', oneOf('state', REMINDER_MAIL_STATES))
export class ReminderMail {
  /** Its Message-ID, however often it is tried. */
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @ManyToOne(() => DeliveryRun, { nullable: false })
  @JoinColumn({ name: 'dispatch_id', referencedColumnName: 'dispatchId' })
  run: DeliveryRun;

  @Column('uuid')
  dispatchId: string;

  @ManyToOne(() => ReminderStep, { nullable: false })
  step: ReminderStep;

  @Column('uuid')
  stepId: string;

  /** Name of the addressee. */
  @Column('text')
  name: string;

  @Column('text', { default: 'email' })
  channel: ChannelName;

  @Column('text')
  address: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;

  /** `dropped`: when its turn came, nobody in it owed anything any more, or a later one had been made. */
  @Column('text', { default: 'waiting' })
  state: (typeof REMINDER_MAIL_STATES)[number];

  @Column('integer', { default: 0 })
  attempts: number;

  /** The next attempt while waiting, the end of the lease while sending. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** The worker that has it while `sending`. */
  @Column('uuid', { nullable: true })
  claimedBy: string | null;

  /** The last words of the other side. */
  @Column('text', { nullable: true })
  reply: string | null;
}
