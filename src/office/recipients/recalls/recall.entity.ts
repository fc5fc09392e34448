import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';

/** The office takes a dispatch back: from everybody, or from single recipients. Append-only. */
@Entity('recalls')
@Index(['dispatchId'])
@Index('recalls_whole_idx', ['dispatchId'], { unique: true, where: 'is_whole' })
export class Recall {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @Column('uuid')
  dispatchId: string;

  @Column('boolean')
  isWhole: boolean;

  @Column('text')
  reason: string;

  /** The document or the word of the leader it rests on. */
  @Column('text')
  basis: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'recalled_by' })
  recaller: Account;

  @Column('uuid')
  recalledBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  recalledAt: Date;
}
