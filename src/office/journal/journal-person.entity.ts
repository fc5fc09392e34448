import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { JournalEntry } from './journal-entry.entity.ts';

/** Personal data of an entry. May be deleted: the entry keeps only a salted hash of it. */
@Entity('journal_people')
export class JournalPerson {
  @OneToOne(() => JournalEntry, { nullable: false })
  @JoinColumn()
  entry: JournalEntry;

  @PrimaryColumn('bigint')
  entryId: string;

  @Column('text')
  salt: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  post: string | null;

  /** IP address the request came from. */
  @Column('text', { nullable: true })
  address: string | null;
}
