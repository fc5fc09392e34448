import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { Dispatch } from './dispatch.entity.ts';
import type { DraftDispatch } from './dispatch.schemas.ts';

/** What a draft was at one saving. A run of automatic savings by one person is kept as its last. */
@Entity('dispatch_versions')
export class Version {
  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @PrimaryColumn('uuid')
  dispatchId: string;

  @PrimaryColumn('integer')
  revision: number;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'saved_by' })
  saver: Account;

  @Column('uuid')
  savedBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  savedAt: Date;

  @Column('boolean', { default: false })
  isAutomatic: boolean;

  @Column('jsonb')
  content: Omit<DraftDispatch, 'revision'>;
}
