import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Bytes kept once, named by their SHA-256 (hexadecimal), never changed. */
@Entity('files')
export class StoredFile {
  @PrimaryColumn('text')
  sha256: string;

  @Column('text')
  mediaType: string;

  @Column('bytea')
  bytes: Buffer;
}
