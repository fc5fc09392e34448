import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A file's bytes from `position` × PIECE on. */
@Entity('file_pieces')
export class FilePiece {
  @ManyToOne('FileContent', 'pieces', { onDelete: 'CASCADE' })
  @JoinColumn()
  content: unknown;

  @PrimaryColumn('uuid')
  contentId: string;

  @PrimaryColumn('integer')
  position: number;

  /** Of this piece, so that whoever passes it on need not read the others first. */
  @Column('text')
  sha256: string;

  /** Absent once the file is in the object store. */
  @Column('bytea', { nullable: true })
  bytes: Buffer | null;
}
