import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { StoredFile } from '../files/stored-file.entity.ts';
import { Recipient } from './recipient.entity.ts';

/** The recipient says: we have this file. Append-only, once. */
@Entity('acknowledgements')
export class Acknowledgement {
  @OneToOne(() => Recipient, { nullable: false })
  @JoinColumn()
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  @Column('timestamptz', { default: () => 'now()' })
  acknowledgedAt: Date;

  @ManyToOne(() => StoredFile, { nullable: false })
  @JoinColumn({ name: 'file_sha256', referencedColumnName: 'sha256' })
  file: StoredFile;

  @Column('text')
  fileSha256: string;
}
