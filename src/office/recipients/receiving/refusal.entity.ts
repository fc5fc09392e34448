import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { StoredFile } from '../../../platform/files/stored-file.entity.ts';
import type { RefusalAnswer } from './refusal-answer.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';
import { OWN_METHODS, type OwnMethod } from '../../delivery/answer-methods.ts';

/** Decree 30/2020/NĐ-CP, art. 21.2: why an agency sends a dispatch back. */
export const REFUSAL_REASONS = [
  'wrong-addressee',
  'unreadable-file',
  'invalid-signature',
  'duplicate',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** The recipient sends it back (status 02). Append-only; open until the office answers or the recipient acknowledges. */
@Entity('refusals')
@Check('refusals_how_check', oneOf('how', OWN_METHODS))
@Check(
  'refusals_reason_check',
  `${oneOf('reason', REFUSAL_REASONS)}
   AND (reason <> 'other' OR note IS NOT NULL)`,
)
export class Refusal {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @Index()
  @Column('uuid')
  recipientId: string;

  @Column('timestamptz', { default: () => 'now()' })
  refusedAt: Date;

  @ManyToOne(() => StoredFile, { nullable: false })
  @JoinColumn({ name: 'file_sha256', referencedColumnName: 'sha256' })
  file: StoredFile;

  @Column('text')
  fileSha256: string;

  @Column('text')
  name: string;

  @Column('text')
  post: string;

  @Column('text')
  how: OwnMethod;

  @Column('text')
  reason: RefusalReason;

  @Column('text', { nullable: true })
  note: string | null;

  @OneToOne('RefusalAnswer', 'refusal')
  answer: RefusalAnswer | null;
}
