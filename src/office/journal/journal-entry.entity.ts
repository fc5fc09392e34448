import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { Office } from '../accounts/office.entity.ts';

/** One fact: who did what to which thing, when. The database refuses to change or delete it. */
@Entity('journal_entries')
@Index('journal_entries_reading_key', { synchronize: false }) // on an expression: one reading a day
export class JournalEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @ManyToOne(() => Account, { nullable: true })
  account: Account | null;

  /** Absent when a recipient or the system itself acted. */
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('text')
  verb: string;

  @Index()
  @Column('uuid')
  subjectId: string;

  @Column('jsonb', { default: {} })
  details: Record<string, unknown>;
}
