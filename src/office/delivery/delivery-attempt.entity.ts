import { Check, Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import type { ChannelName } from '../directory/agency.entity.ts';
import { Delivery } from './delivery.entity.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

export const ATTEMPT_OUTCOMES = ['accepted', 'temporary', 'permanent'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/**
 * How far an attempt came: `reply` is the whole mail sent and no answer, which SMTP leaves undecided;
 * `endpoint` is a webhook that could not be reached, `answer` one that said something.
 */
export type Stage =
  | 'address'
  | ('connection' | 'login' | 'sender' | 'recipient' | 'message' | 'reply')
  | ('endpoint' | 'answer');

/** What became of one attempt: the mail server's words, or ours when there were none. Append-only. */
@Entity('delivery_attempts')
@Check('delivery_attempts_outcome_check', oneOf('outcome', ATTEMPT_OUTCOMES))
export class DeliveryAttempt {
  /** No foreign key: rows are written by joining the delivery, and none is ever deleted. */
  @ManyToOne(() => Delivery, { nullable: false, createForeignKeyConstraints: false })
  delivery: Delivery;

  @PrimaryColumn('uuid')
  deliveryId: string;

  /** 1 for the first; a number that is missing was lost with its worker. */
  @PrimaryColumn('integer')
  number: number;

  @Column('integer', { name: 'round' })
  retryRound: number;

  @Column('text', { default: 'email' })
  channel: ChannelName;

  @Column('text')
  address: string;

  @Column('text')
  server: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz')
  endedAt: Date;

  @Column('text')
  outcome: AttemptOutcome;

  @Column('text')
  stage: Stage;

  /** SMTP reply code; absent when there was no reply. */
  @Column('integer', { nullable: true })
  replyCode: number | null;

  @Column('text')
  reply: string;
}
