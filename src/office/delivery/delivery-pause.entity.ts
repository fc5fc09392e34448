import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { DeliveryRun } from './delivery-run.entity.ts';

/** While one is open, nothing of the run is sent. */
@Entity('delivery_pauses')
@Index('delivery_pauses_open_idx', ['dispatchId'], { unique: true, where: 'ended_at IS NULL' })
export class DeliveryPause {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @ManyToOne(() => DeliveryRun, { nullable: false })
  @JoinColumn({ name: 'dispatch_id', referencedColumnName: 'dispatchId' })
  run: DeliveryRun;

  @Column('uuid')
  dispatchId: string;

  /** For the clerk to read. */
  @Column('text')
  reason: string;

  @Column('timestamptz', { default: () => 'now()' })
  pausedAt: Date;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'paused_by' })
  pauser: Account | null;

  /** Absent when the system paused by itself. */
  @Column('uuid', { nullable: true })
  pausedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'ended_by' })
  ender: Account | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;
}
