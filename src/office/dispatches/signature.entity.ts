import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { Mandate } from '../accounts/mandate.entity.ts';
import { StoredFile } from '../../platform/files/stored-file.entity.ts';
import { Dispatch } from './dispatch.entity.ts';
import { Submission } from './submission.entity.ts';

/** Who signed, in which capacity, when, over which content. It counts until its submission is returned. */
@Entity('signatures')
export class Signature {
  @OneToOne(() => Submission, { nullable: false })
  @JoinColumn()
  submission: Submission;

  @PrimaryColumn('uuid')
  submissionId: string;

  @ManyToOne(() => Dispatch, { nullable: false })
  @JoinColumn({ foreignKeyConstraintName: 'signatures_dispatch_id_fkey' })
  dispatch: Dispatch;

  @Index()
  @Column('uuid')
  dispatchId: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'signed_by' })
  signer: Account;

  @Column('uuid')
  signedBy: string;

  @ManyToOne(() => Mandate, { nullable: false })
  mandate: Mandate;

  @Column('uuid')
  mandateId: string;

  @Column('timestamptz', { default: () => 'now()' })
  signedAt: Date;

  @Column('text')
  contentSha256: string;

  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'file_sha256', referencedColumnName: 'sha256' })
  file: StoredFile | null;

  /** The file with the digital signature, where there is one. */
  @Column('text', { nullable: true })
  fileSha256: string | null;
}
