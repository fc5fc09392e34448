import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { FileContent } from './file-content.entity.ts';

/** pg gives a bigint as text. */
const asNumber = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** Bytes kept once, named by their SHA-256 (hexadecimal), never changed. */
@Entity('files')
@Index('files_here_idx', ['sha256'], { where: 'is_here' })
export class StoredFile {
  @PrimaryColumn('text')
  sha256: string;

  @Column('text')
  mediaType: string;

  /** In bytes. Like the content absent only for what went to the object store before pieces were known; its next reader finds out. */
  @Column('bigint', { nullable: true, transformer: asNumber })
  size: number | null;

  @ManyToOne(() => FileContent, { nullable: true })
  @JoinColumn()
  content: FileContent | null;

  @Index({ unique: true })
  @Column('uuid', { nullable: true })
  contentId: string | null;

  /** Its pieces have their bytes; no longer once those are in the object store. */
  @Column('boolean')
  isHere: boolean;

  /** When its bytes were last read to see whether they are still those. */
  @Index()
  @Column('timestamptz', { default: () => 'now()' })
  checkedAt: Date;

  /** Since when they were found to be others, or gone. */
  @Column('timestamptz', { nullable: true })
  damagedAt: Date | null;
}
