import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { ChannelName } from '../directory/agency.entity.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { DELIVERY_STATES, type DeliveryState } from './attempts/evidence.ts';
import { Recipient } from './recipient.entity.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

/**
 * The way to one recipient, by one channel at a time. `accepted` means that the other side took it,
 * nothing more.
 */
@Entity('deliveries')
@Unique(['recipientId'])
@Index('deliveries_fallbacks_idx', ['state'], { where: `fallbacks <> '[]'` })
@Index('deliveries_due_idx', ['dispatchId', 'dueAt'], { where: `state IN ('waiting', 'sending')` })
@Check('deliveries_state_check', oneOf('state', DELIVERY_STATES))
export class Delivery {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @Column('uuid')
  recipientId: string;

  /** The recipient's; its foreign key is enough. */
  @ManyToOne(() => Dispatch, { nullable: false, createForeignKeyConstraints: false })
  dispatch: Dispatch;

  @Column('uuid')
  dispatchId: string;

  @Column('text')
  channel: ChannelName;

  /** A mail address, or the URL of a webhook. */
  @Column('text')
  address: string;

  /** Where it goes, in this order, should it fail here. */
  @Column('jsonb', { default: [] })
  fallbacks: { channel: ChannelName; address: string }[];

  /** Moved by evidence.ts alone, except that a claim makes `waiting` `sending` and sending again starts a retry round. */
  @Column('text')
  state: DeliveryState;

  /** Counts how often the clerk sent it again, from 1; evidence of an earlier retry round moves nothing. */
  @Column('integer', { name: 'round', default: 1 })
  retryRound: number;

  /** Letters that the recipient is meant to see, from 1: another one follows a refusal. */
  @Column('integer', { default: 1 })
  letter: number;

  /** Attempts started, over all retry rounds. */
  @Column('integer', { default: 0 })
  attempts: number;

  /** Those of them before this retry round: the schedule of pauses starts again with it. */
  @Column('integer', { default: 0 })
  earlierAttempts: number;

  /** When it may be taken up: the next attempt while waiting, the end of the lease while sending. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** Start of this retry round: the lifetime counts from here. */
  @Column('timestamptz', { default: () => 'now()' })
  queuedAt: Date;

  /** From then on no worker takes it up. */
  @Column('timestamptz', { nullable: true })
  recalledAt: Date | null;

  /** The worker that has it while `sending`. */
  @Column('uuid', { nullable: true })
  claimedBy: string | null;
}
