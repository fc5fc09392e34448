import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Office } from '../../accounts/office.entity.ts';
import { Dispatch } from '../dispatch.entity.ts';

/** A number that was taken, for good: it is this dispatch's, or void with a reason; nobody gets it again. */
@Entity('register_entries')
@Index('register_entries_dispatch_id_idx', ['dispatchId'], {
  unique: true,
  where: 'voided_at IS NULL',
})
@Check('register_entries_void_check', `num_nonnulls(voided_by, voided_at, void_reason) IN (0, 3)`)
export class RegisterEntry {
  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('integer')
  year: number;

  @PrimaryColumn('integer')
  number: number;

  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @Column('uuid')
  dispatchId: string;

  /** The date printed beside it, `YYYY-MM-DD`. */
  @Column('date')
  dated: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'taken_by' })
  taker: Account;

  @Column('uuid')
  takenBy: string;

  @Column('timestamptz')
  takenAt: Date;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'voided_by' })
  voider: Account | null;

  @Column('uuid', { nullable: true })
  voidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  voidedAt: Date | null;

  @Column('text', { nullable: true })
  voidReason: string | null;
}
