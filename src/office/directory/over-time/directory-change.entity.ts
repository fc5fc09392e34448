import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Office } from '../../accounts/office.entity.ts';
import type { NumberedRow } from '../importing/agency-file.ts';
import type { Effect } from '../importing/agency-plan.ts';

/** Rows somebody wants to write to the directory: read first, then applied as one. */
@Entity('directory_changes')
@Check('directory_changes_applied_check', 'num_nonnulls(applied_by, applied_at, effects) IN (0, 3)')
export class DirectoryChange {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Index()
  @Column('uuid')
  officeId: string;

  @Column('text')
  title: string;

  /** The resolution or decision it follows. */
  @Column('text', { nullable: true })
  basis: string | null;

  @Column('jsonb')
  rows: NumberedRow[];

  /** What of the file was not read, or not as it stands there. */
  @Column('text', { array: true, default: [] })
  notes: string[];

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'proposed_by' })
  proposer: Account;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  proposedAt: Date;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'applied_by' })
  applier: Account | null;

  @Column('uuid', { nullable: true })
  appliedBy: string | null;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;

  /** What it did when it was applied, without rows that changed nothing. */
  @Column('jsonb', { nullable: true })
  effects: Effect[] | null;
}
