import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
} from 'typeorm';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { Recall } from './recall.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

/** `cancelled`: surely never sent. `asked`: it may have the file, so it is asked to give it up. */
export const RECALL_FATES = ['cancelled', 'asked'] as const;
export type RecallFate = (typeof RECALL_FATES)[number];

/** One recipient of a recall; its fate is decided once, when nothing of its delivery is under way any more. */
@Entity('recall_requests')
@Index('recall_requests_open_idx', ['recallId'], { where: 'fate IS NULL' })
@Check('recall_requests_fate_check', oneOf('fate', RECALL_FATES))
@Check('recall_requests_decided_check', `(fate IS NULL) = (decided_at IS NULL)`)
export class RecallRequest {
  @OneToOne(() => Recipient, { nullable: false })
  @JoinColumn()
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  @ManyToOne(() => Recall, { nullable: false })
  recall: Recall;

  @Index()
  @Column('uuid')
  recallId: string;

  @Column('text', { nullable: true })
  fate: RecallFate | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
