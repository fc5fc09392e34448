import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.ts';

/** The secret that an authenticator app shares with us. */
@Entity('totp_secrets')
export class TotpSecret {
  @OneToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  account: Account;

  @PrimaryColumn('uuid')
  accountId: string;

  /** Encrypted: a copy of the database makes no codes. */
  @Column('text')
  sealedSecret: string;

  /** Absent until the first right code: then it is asked for at every sign-in. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The 30-second step of the last code that was taken; no code counts twice (RFC 6238, 5.2). */
  @Column('bigint', { default: 0 })
  lastStep: string;
}
