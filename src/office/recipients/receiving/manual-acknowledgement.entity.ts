import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { StoredFile } from '../../../platform/files/stored-file.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';
import { REPORTED_METHODS, type ReportedMethod } from '../../delivery/answer-methods.ts';

/** A clerk wrote down what a recipient said; counts once a second person has confirmed it. Append-only. */
@Entity('entered_acknowledgements')
@Check('entered_acknowledgements_how_check', oneOf('how', REPORTED_METHODS))
@Check('entered_acknowledgements_evidence_check', `num_nonnulls(note, evidence_sha256) > 0`)
export class ManualAcknowledgement {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @Index()
  @Column('uuid')
  recipientId: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'entered_by' })
  enterer: Account;

  @Column('uuid')
  enteredBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  enteredAt: Date;

  @Column('text')
  how: ReportedMethod;

  /** When the recipient said so. */
  @Column('timestamptz')
  saidAt: Date;

  @Column('text')
  name: string;

  @Column('text')
  post: string;

  @Column('text', { nullable: true })
  note: string | null;

  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'evidence_sha256', referencedColumnName: 'sha256' })
  evidence: StoredFile | null;

  @Column('text', { nullable: true })
  evidenceSha256: string | null;
}
