import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Dispatch } from '../dispatch.entity.ts';

/** Somebody who reads a restricted dispatch because its drafter, signatory or clerk says so. */
@Entity('dispatch_readers')
export class NamedReader {
  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @PrimaryColumn('uuid')
  dispatchId: string;

  @ManyToOne(() => Account, { nullable: false })
  account: Account;

  @PrimaryColumn('uuid')
  accountId: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'added_by' })
  adder: Account;

  @Column('uuid')
  addedBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  addedAt: Date;
}
