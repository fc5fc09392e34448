import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '../directory/agency.entity.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { PURPOSES, type Purpose, type Terms } from '../dispatches/terms.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

/** One agency a dispatch is frozen to at issue, with every line that led to it. */
@Entity('recipients')
@Unique(['dispatchId', 'agencyId'])
@Index(['dispatchId', 'kind', 'code'])
@Index(['agencyId'])
@Index('recipients_purpose_idx', ['dispatchId', 'purpose'], { where: 'purpose IS NOT NULL' })
@Index('recipients_replying_idx', ['dispatchId', 'replyBy'], { where: 'reply_by IS NOT NULL' })
@Index('recipients_reply_by_idx', ['replyBy'], { where: 'reply_by IS NOT NULL' })
@Check('recipients_purpose_check', oneOf('purpose', PURPOSES))
export class Recipient implements Terms {
  @PrimaryColumn('uuid')
  id: string;

  /** Locked while its recipients are frozen; a foreign key would look it up for each. */
  @ManyToOne(() => Dispatch, { nullable: false, createForeignKeyConstraints: false })
  dispatch: Dispatch;

  @Column('uuid')
  dispatchId: string;

  /** Never deleted. */
  @ManyToOne(() => Agency, { nullable: false, createForeignKeyConstraints: false })
  agency: Agency;

  @Column('uuid')
  agencyId: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  code: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  /** The code of its kind, copied from the agency; its name is that of the day of issue. */
  @Column('text')
  kind: string;

  @Column('text', { array: true })
  lines: string[];

  /** From this moment on a recipient who has not acknowledged is late. */
  @Column('timestamptz')
  acknowledgeBy: Date;

  @Column('text', { nullable: true })
  purpose: Purpose | null;

  /** An answer is owed by then; null where none is wanted. */
  @Column('timestamptz', { nullable: true })
  replyBy: Date | null;

  @Column('text', { unique: true })
  tokenHash: string;
}
