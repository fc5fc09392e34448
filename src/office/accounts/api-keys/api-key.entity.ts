import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../account.entity.ts';

/** What a key may do, at most what its account may. Signing is for people alone. */
export const SCOPES = ['read', 'draft', 'issue', 'directory'] as const;
export type Scope = (typeof SCOPES)[number];

/** A program acts for an account. */
@Entity('api_keys')
export class ApiKey {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Account, { nullable: false })
  account: Account;

  @Index()
  @Column('uuid')
  accountId: string;

  /** What it is for. */
  @Column('text')
  name: string;

  /** SHA-256 of the key; the key itself is shown once. */
  @Column('text', { unique: true })
  keyHash: string;

  /** How it begins, to tell it from others. */
  @Column('text')
  hint: string;

  @Column('text', { array: true })
  scopes: Scope[];

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Column('text', { nullable: true })
  usedFrom: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  isGoodAt(now: Date): boolean {
    return this.revokedAt === null && this.expiresAt > now;
  }
}
