import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Bytes kept once, named by their SHA-256 (hexadecimal), never changed. */
@Entity('files')
@Index('files_here_idx', ['sha256'], { where: 'bytes IS NOT NULL' })
export class StoredFile {
  @PrimaryColumn('text')
  sha256: string;

  @Column('text')
  mediaType: string;

  /** Absent once they are in the object store. */
  @Column('bytea', { nullable: true })
  bytes: Buffer | null;

  /** When its bytes were last read to see whether they are still those. */
  @Index()
  @Column('timestamptz', { default: () => 'now()' })
  checkedAt: Date;

  /** Since when they were found to be others, or gone. */
  @Column('timestamptz', { nullable: true })
  damagedAt: Date | null;
}
