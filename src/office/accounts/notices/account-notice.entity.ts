import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../account.entity.ts';

/** What a reset ended. */
export interface ResetDetails {
  keys: number;
  passkeys: number;
  sessions: number;
  secondFactor: boolean;
}

/** That somebody else changed how one signs in; shown at the next sign-in until it was read. */
@Entity('account_notices')
export class AccountNotice {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account: Account;

  @Index()
  @Column('uuid')
  accountId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('jsonb')
  details: ResetDetails;

  @Column('timestamptz', { nullable: true })
  seenAt: Date | null;
}
