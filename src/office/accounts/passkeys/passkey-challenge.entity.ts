import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.ts';

/** What a browser was asked to sign; counts once, for minutes. */
@Entity('passkey_challenges')
export class PasskeyChallenge {
  @PrimaryColumn('text')
  challenge: string;

  @ManyToOne(() => Account, { nullable: true, onDelete: 'CASCADE' })
  account: Account | null;

  /** Absent when it is for signing in. */
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('timestamptz')
  expiresAt: Date;
}
