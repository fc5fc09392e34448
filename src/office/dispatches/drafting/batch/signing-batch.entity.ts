import { Column, Entity, Index, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';
import { Account } from '../../../accounts/account.entity.ts';
import type { SigningItem } from './signing-item.entity.ts';

/** What a signer asked to have signed at one sitting. It goes on only when the signer says so. */
@Entity('signing_batches')
export class SigningBatch {
  /** Given by the page that asks for confirmation: two clicks on it are one batch. */
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Account, { nullable: false })
  signer: Account;

  @Index()
  @Column('uuid')
  signerId: string;

  @Column('timestamptz', { default: () => 'now()' })
  requestedAt: Date;

  /** Renewed every few seconds by the process at work; over when that process is gone. */
  @Column('timestamptz', { nullable: true })
  runningUntil: Date | null;

  /** Why it stopped before its end. */
  @Column('text', { nullable: true })
  stoppedBecause: string | null;

  @OneToMany('SigningItem', 'batch')
  items: SigningItem[];

  isRunningAt(now: Date): boolean {
    return this.runningUntil !== null && this.runningUntil > now;
  }
}
