import { Check, Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { StoredFile } from '../../../platform/files/stored-file.entity.ts';
import {
  ANSWER_METHODS,
  REPORTED_METHODS,
  type AnswerMethod,
} from '../../delivery/answer-methods.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

/** What a recipient answers to a dispatch: by one of its own, by a file, or in words. The first counts. Append-only. */
@Entity('replies')
@Check('replies_content_check', 'num_nonnulls(reference, note, file_sha256) > 0')
@Check(
  'replies_how_check',
  `${oneOf('how', ANSWER_METHODS)}
   AND (${oneOf('how', REPORTED_METHODS)}) = (entered_by IS NOT NULL)`,
)
export class Reply {
  @OneToOne(() => Recipient, { nullable: false })
  @JoinColumn()
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  @Column('timestamptz', { default: () => 'now()' })
  repliedAt: Date;

  /** Number and symbol of the dispatch that answers. */
  @Column('text', { nullable: true })
  reference: string | null;

  @Column('date', { nullable: true })
  dated: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'file_sha256', referencedColumnName: 'sha256' })
  file: StoredFile | null;

  @Column('text', { nullable: true })
  fileSha256: string | null;

  @Column('text')
  name: string;

  @Column('text')
  post: string;

  @Column('text')
  how: AnswerMethod;

  /** Who wrote down what came by telephone or on paper. */
  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'entered_by' })
  enterer: Account | null;

  @Column('uuid', { nullable: true })
  enteredBy: string | null;
}
