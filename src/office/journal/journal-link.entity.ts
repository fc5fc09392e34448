import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, Unique } from 'typeorm';
import { Office } from '../accounts/office.entity.ts';
import { JournalEntry } from './journal-entry.entity.ts';

/**
 * An entry's place in its office's chain. A trigger writes it as the last thing a transaction does,
 * under a lock of the office: whoever holds that lock waits for nothing but the disk.
 */
@Entity('journal_links')
@Unique(['officeId', 'position'])
export class JournalLink {
  @OneToOne(() => JournalEntry, { nullable: false })
  @JoinColumn()
  entry: JournalEntry;

  @PrimaryColumn('bigint')
  entryId: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  /** 1, 2, 3 … in the order of commits. */
  @Column('bigint')
  position: string;

  /** Of the hash before and the entry (chain.ts). */
  @Column('text')
  hash: string;
}
