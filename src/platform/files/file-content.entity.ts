import { Column, Entity, Index, OneToMany, PrimaryGeneratedColumn } from 'typeorm';
import type { FilePiece } from './file-piece.entity.ts';

/** What the pieces of one file belong to, from their arrival on: what the file is called is known with its last byte. */
@Entity('file_contents')
export class FileContent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** When the latest piece came, as long as no file has this content. */
  @Index({ where: 'incoming_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  incomingAt: Date | null;

  @OneToMany('FilePiece', 'content')
  pieces: FilePiece[];
}
