import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Recipient } from '../../delivery/recipient.entity.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

export const RECALL_NOTICE_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;

/** Asks one recipient to give a dispatch up, by mail or its system; the row is its place in the outbox. */
@Entity('recall_notices')
@Index('recall_notices_due_idx', ['dueAt'], { where: `state IN ('waiting', 'sending')` })
@Check('recall_notices_state_check', oneOf('state', RECALL_NOTICE_STATES))
export class RecallNotice {
  @ManyToOne(() => Recipient, { nullable: false })
  @JoinColumn()
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  @PrimaryColumn('text')
  channel: ChannelName;

  /** Its Message-ID or webhook-id, however often it is tried. */
  @Index({ unique: true })
  @Column('uuid')
  messageId: string;

  @Column('text')
  address: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;

  @Column('text', { default: 'waiting' })
  state: (typeof RECALL_NOTICE_STATES)[number];

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
