import { Check, Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

export const REFUSAL_ANSWERS = ['resent', 'withdrawn'] as const;

/** What the clerk did about a refusal: sent again after a correction, or withdrawn from this recipient. */
@Entity('refusal_answers')
@Check('refusal_answers_answer_check', oneOf('answer', REFUSAL_ANSWERS))
export class RefusalAnswer {
  @OneToOne('Refusal', 'answer', { nullable: false })
  @JoinColumn()
  refusal: unknown;

  @PrimaryColumn('uuid')
  refusalId: string;

  @Column('text')
  answer: (typeof REFUSAL_ANSWERS)[number];

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'answered_by' })
  answerer: Account;

  @Column('uuid')
  answeredBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  answeredAt: Date;

  @Column('text', { nullable: true })
  note: string | null;
}
