import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { StoredFile } from '../../../platform/files/stored-file.entity.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';

/** Biên nhận: what the office signed for a recipient that acknowledged; made once, when first asked for. */
@Entity('receipts')
export class Receipt {
  @OneToOne(() => Acknowledgement, { nullable: false })
  @JoinColumn({ name: 'recipient_id' })
  acknowledgement: Acknowledgement;

  @PrimaryColumn('uuid')
  recipientId: string;

  @Column('timestamptz')
  madeAt: Date;

  @ManyToOne(() => StoredFile, { nullable: false })
  @JoinColumn({ name: 'json_sha256', referencedColumnName: 'sha256' })
  json: StoredFile;

  @Column('text')
  jsonSha256: string;

  @ManyToOne(() => StoredFile, { nullable: false })
  @JoinColumn({ name: 'pdf_sha256', referencedColumnName: 'sha256' })
  pdf: StoredFile;

  @Column('text')
  pdfSha256: string;
}
