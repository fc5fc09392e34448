import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from './account.entity.ts';

/** `second-factor`: a code is still asked for. `enrol`: the role needs a second factor and there is none yet. */
export type Stage = 'complete' | 'second-factor' | 'enrol';

/** One browser in which somebody signed in. */
@Entity('sessions')
@Check('sessions_stage_check', `stage IN ('complete', 'second-factor', 'enrol')`)
@Check('sessions_how_check', `how IN ('password', 'passkey', 'openid')`)
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
  how: 'password' | 'passkey' | 'openid';

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
