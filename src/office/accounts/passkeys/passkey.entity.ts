import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.ts';

/** A WebAuthn credential that signs in without a password. */
@Entity('passkeys')
export class Passkey {
  /** Credential id, base64url. */
  @PrimaryColumn('text')
  id: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account: Account;

  @Index()
  @Column('uuid')
  accountId: string;

  /** COSE key. */
  @Column('bytea')
  publicKey: Buffer;

  /** Counts up in authenticators that count; a step back would mean a copy. */
  @Column('bigint')
  counter: string;

  @Column('text', { array: true, default: [] })
  transports: string[];

  /** What its owner calls it. */
  @Column('text')
  name: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
