import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../../accounts/account.entity.ts';
import { Dispatch } from '../../dispatch.entity.ts';
import type { DraftValues } from '../draft-values.ts';

/** One form of a draft that one person has open, from when until when it was heard of. */
@Entity('writings')
@Index(['accountId'])
@Index(['dispatchId'])
export class DraftSession {
  /** Made with the page that the form is on. */
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Account, { nullable: false })
  account: Account;

  @Column('uuid')
  accountId: string;

  /** Nothing while there is no draft yet. */
  @ManyToOne(() => Dispatch, { nullable: true })
  dispatch: Dispatch | null;

  @Column('uuid', { nullable: true })
  dispatchId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  beganAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  typedAt: Date;

  /** What stands in the form and could not be stored as a draft; nothing when all of it is stored. */
  @Column('jsonb', { nullable: true })
  typed: DraftValues | null;
}
