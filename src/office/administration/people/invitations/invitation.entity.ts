import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../../accounts/account.entity.ts';
import type { ChannelName } from '../../../directory/agency.entity.ts';
import { oneOf } from '../../../../platform/postgres/one-of.ts';

export const INVITATION_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;

/** Asks one person of the office to choose a password; the row is its place in the outbox. */
@Entity('invitations')
@Index('invitations_due_idx', ['dueAt'], { where: `state IN ('waiting', 'sending')` })
@Check('invitations_state_check', oneOf('state', INVITATION_STATES))
export class Invitation {
  /** Its Message-ID, and what its link is derived from. */
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Account, { nullable: false })
  account: Account;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'invited_by' })
  inviter: Account;

  @Column('uuid')
  invitedBy: string;

  @Column('text', { unique: true })
  tokenHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Column('text', { default: 'email' })
  channel: ChannelName;

  @Column('text')
  address: string;

  @Column('text', { default: 'waiting' })
  state: (typeof INVITATION_STATES)[number];

  @Column('integer', { default: 0 })
  attempts: number;

  /** The next attempt while waiting, the end of the lease while sending. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** The worker that has it while `sending`. */
  @Column('uuid', { nullable: true })
  claimedBy: string | null;

  /** The last words of the other side. */
  @Column('text', { nullable: true })
  reply: string | null;
}
