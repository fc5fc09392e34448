import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';
import { OWN_METHODS, type OwnMethod } from '../../delivery/answer-methods.ts';

/** What an agency does with a dispatch: 04 assigned, 05 in progress, 06 done. Append-only; the furthest counts. */
@Entity('progress_reports')
@Check('progress_reports_status_check', `status BETWEEN 4 AND 6`)
@Check('progress_reports_how_check', oneOf('how', OWN_METHODS))
export class ProgressReport {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @Index()
  @Column('uuid')
  recipientId: string;

  @Column('integer')
  status: 4 | 5 | 6;

  @Column('timestamptz', { default: () => 'now()' })
  reportedAt: Date;

  @Column('text')
  name: string;

  @Column('text')
  post: string;

  @Column('text')
  how: OwnMethod;

  @Column('text', { nullable: true })
  note: string | null;
}
