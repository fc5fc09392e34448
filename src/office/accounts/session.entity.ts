import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from './account.entity.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

/** `new-password`: theirs was told by somebody. `second-factor`: a code is still asked for. `enrol`: the role needs a second factor and there is none yet. */
export const STAGES = ['complete', 'second-factor', 'enrol', 'new-password'] as const;
export type Stage = (typeof STAGES)[number];
export const SIGN_IN_METHODS = ['password', 'passkey', 'openid'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** One browser in which somebody signed in. */
@Entity('sessions')
@Check('sessions_stage_check', oneOf('stage', STAGES))
@Check('sessions_how_check', oneOf('how', SIGN_IN_METHODS))
export class Session {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account: Account;

  @Index()
  @Column('uuid')
  accountId: string;

  /** SHA-256 of the cookie's token, hexadecimal: the table alone opens no session. */
  @Column('text', { unique: true })
  tokenHash: string;

  /** The token before the last rotation; a browser may still hold it. */
  @Column('text', { unique: true, nullable: true })
  previousHash: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  rotatedAt: Date;

  /** When the browser first came back with the token of the last rotation. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('text')
  stage: Stage;

  @Column('text')
  how: SignInMethod;

  @Column('timestamptz', { default: () => 'now()' })
  startedAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** The browser as it calls itself. */
  @Column('text')
  device: string;

  /** Where it was last seen: an IP address. */
  @Column('text')
  address: string;
}
