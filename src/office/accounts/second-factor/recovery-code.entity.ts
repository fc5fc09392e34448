import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.ts';

/** Stands in for one code of the app, once. */
@Entity('recovery_codes')
export class RecoveryCode {
  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account: Account;

  @PrimaryColumn('uuid')
  accountId: string;

  /** SHA-256 of a code of 80 random bits. */
  @PrimaryColumn('text')
  codeHash: string;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
