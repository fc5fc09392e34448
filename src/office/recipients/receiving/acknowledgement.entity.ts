import { Check, Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { Agency } from '../../directory/agency.entity.ts';
import { StoredFile } from '../../../platform/files/stored-file.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';
import {
  ANSWER_METHODS,
  REPORTED_METHODS,
  type AnswerMethod,
} from '../../delivery/answer-methods.ts';

/** By the personal link, by an account of the agency, told to the clerk, or by the agency's own system. */

/** The recipient says: we have this file. Append-only, once. */
@Entity('acknowledgements')
@Check('acknowledgements_how_check', oneOf('how', ANSWER_METHODS))
@Check(
  'acknowledgements_confirmed_check',
  `(${oneOf('how', REPORTED_METHODS)}) = (entered_by IS NOT NULL)
   AND (entered_by IS NULL) = (confirmed_by IS NULL) AND entered_by <> confirmed_by`,
)
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

  /** Who said so; absent in rows from before this was asked. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  post: string | null;

  @Column('text', { default: 'link' })
  how: AnswerMethod;

  /** The successor that speaks for an agency that is no more. */
  @ManyToOne(() => Agency, { nullable: true })
  agency: Agency | null;

  @Column('uuid', { nullable: true })
  agencyId: string | null;

  /** For what was told: the clerk who wrote it down, and the second person who confirmed it. */
  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'entered_by' })
  enterer: Account | null;

  @Column('uuid', { nullable: true })
  enteredBy: string | null;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'confirmed_by' })
  confirmer: Account | null;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;
}
