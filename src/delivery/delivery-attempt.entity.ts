import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Delivery } from './delivery.entity.ts';

export type AttemptOutcome = 'accepted' | 'temporary' | 'permanent';

/** What the mail server answered once. Append-only. */
@Entity('delivery_attempts')
@Check('delivery_attempts_outcome_check', `outcome IN ('accepted', 'temporary', 'permanent')`)
export class DeliveryAttempt {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @ManyToOne(() => Delivery, { nullable: false })
  delivery: Delivery;

  @Index()
  @Column('uuid')
  deliveryId: string;

  @Column('text')
  address: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz')
  endedAt: Date;

  @Column('text')
  outcome: AttemptOutcome;

  /** SMTP reply code; absent when there was no reply. */
  @Column('integer', { nullable: true })
  replyCode: number | null;

  @Column('text')
  reply: string;
}
