import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.ts';

@Entity('sessions')
export class Session {
  /** SHA-256 of the cookie's token, hexadecimal: the table alone opens no session. */
  @PrimaryColumn('text')
  tokenHash: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account: Account;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz')
  expiresAt: Date;
}
