import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { Recipient } from './recipient.entity.ts';

export type DeliveryState = 'waiting' | 'sending' | 'accepted' | 'failed';

/** One recipient by one channel. `accepted` means that the mail server took it, nothing more. */
@Entity('deliveries')
@Unique(['recipientId', 'channel'])
@Index('deliveries_due_idx', ['dispatchId', 'dueAt'], { where: `state IN ('waiting', 'sending')` })
@Check('deliveries_channel_check', `channel IN ('email')`)
@Check('deliveries_state_check', `state IN ('waiting', 'sending', 'accepted', 'failed')`)
export class Delivery {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @Column('uuid')
  recipientId: string;

  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @Column('uuid')
  dispatchId: string;

  @Column('text')
  channel: 'email';

  @Column('text')
  address: string;

  @Column('text')
  state: DeliveryState;

  @Column('integer', { default: 0 })
  attempts: number;

  /** When it may be taken up: the next attempt while waiting, the end of the lease while sending. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;
}
