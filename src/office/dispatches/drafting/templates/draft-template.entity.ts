import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../../../accounts/account.entity.ts';
import { Office } from '../../../accounts/office.entity.ts';
import type { DraftValues } from '../draft-values.ts';

/** Mẫu: what a dispatch of a frequent kind begins as. */
@Entity('draft_templates')
@Unique(['officeId', 'name'])
export class DraftTemplate {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  /** Without deadlines, which were those of one dispatch. */
  @Column('jsonb')
  draft: DraftValues;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'kept_by' })
  keeper: Account;

  @Column('uuid')
  keptBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  keptAt: Date;
}
