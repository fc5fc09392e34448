import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Recipient } from '../delivery/recipient.entity.ts';

/** The mail that asks one recipient to give a dispatch up; the row is its place in the outbox. */
@Entity('recall_notices')
@Index('recall_notices_due_idx', ['dueAt'], { where: `state IN ('waiting', 'sending')` })
@Check('recall_notices_state_check', `state IN ('waiting', 'sending', 'sent', 'failed')`)
export class RecallNotice {
  @OneToOne(() => Recipient, { nullable: false })
  @JoinColumn()
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  /** Its Message-ID, however often it is tried. */
  @Column('uuid')
  messageId: string;

  @Column('text')
  address: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;

  @Column('text', { default: 'waiting' })
  state: 'waiting' | 'sending' | 'sent' | 'failed';

  @Column('integer', { default: 0 })
  attempts: number;

  /** The next attempt while waiting, the end of the lease while sending. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** The last words of the mail server. */
  @Column('text', { nullable: true })
  reply: string | null;
}
