import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';
import {
  ANSWER_METHODS,
  REPORTED_METHODS,
  type AnswerMethod,
} from '../../delivery/answer-methods.ts';

/** 15 agrees, 16 refuses; `removed` says that the file is gone there. */
export const RECALL_ANSWERS = ['agreed', 'refused', 'removed'] as const;
export type RecallAnswerKind = (typeof RECALL_ANSWERS)[number];

/** What a recipient says to a recall, each thing once; whoever refused may still agree. Append-only. */
@Entity('recall_answers')
@Unique(['recipientId', 'answer'])
@Check('recall_answers_answer_check', oneOf('answer', RECALL_ANSWERS))
@Check('recall_answers_how_check', oneOf('how', ANSWER_METHODS))
@Check(
  'recall_answers_entered_check',
  `(${oneOf('how', REPORTED_METHODS)}) = (entered_by IS NOT NULL)
   AND (answer <> 'refused' OR note IS NOT NULL)`,
)
export class RecallAnswer {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @Column('uuid')
  recipientId: string;

  @Column('text')
  answer: RecallAnswerKind;

  @Column('timestamptz', { default: () => 'now()' })
  answeredAt: Date;

  @Column('text')
  name: string;

  @Column('text')
  post: string;

  @Column('text')
  how: AnswerMethod;

  /** Why it refuses. */
  @Column('text', { nullable: true })
  note: string | null;

  /** The clerk who wrote down what was told. */
  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'entered_by' })
  enterer: Account | null;

  @Column('uuid', { nullable: true })
  enteredBy: string | null;
}
