import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Office } from '../../accounts/office.entity.ts';

/** How many months an office keeps what it may limit; null until somebody asks for erasure. */
@Entity('retentions')
@Check('retentions_journal_check', 'journal_months >= 12')
export class Retention {
  @OneToOne(() => Office, { nullable: false })
  @JoinColumn()
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  @Column('integer', { nullable: true })
  journalMonths: number | null;

  @Column('integer', { nullable: true })
  leftMonths: number | null;

  @Column('integer', { nullable: true })
  letterMonths: number | null;

  @Column('integer', { nullable: true })
  formMonths: number | null;

  /** The day it was last carried out, `YYYY-MM-DD`. */
  @Column('date', { nullable: true })
  carriedOutOn: string | null;
}
