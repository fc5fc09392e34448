import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { StoredFile } from '../../platform/files/stored-file.entity.ts';

/** The act of issuing: who, when, to how many, and which bytes. */
@Entity('issuances')
@Index('issuances_unfinished_idx', ['issuedAt'], { where: 'file_sha256 IS NULL' })
export class Issuance {
  @OneToOne(() => Dispatch, { nullable: false })
  @JoinColumn()
  dispatch: Dispatch;

  @PrimaryColumn('uuid')
  dispatchId: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'issued_by' })
  issuer: Account;

  @Column('uuid')
  issuedBy: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('integer')
  recipientCount: number;

  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'file_sha256', referencedColumnName: 'sha256' })
  file: StoredFile | null;

  /** Absent from the moment the number is taken until the official file is made. */
  @Column('text', { nullable: true })
  fileSha256: string | null;

  /** While one process makes the file, others leave it alone. */
  @Column('timestamptz', { nullable: true })
  sealingUntil: Date | null;
}
