import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.ts';

/** A browser in which somebody has signed in: who guesses elsewhere does not keep its owner out. */
@Entity('known_devices')
export class KnownDevice {
  /** SHA-256 of what the browser keeps; several people may share one. */
  @PrimaryColumn('text')
  tokenHash: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account: Account;

  @Index()
  @PrimaryColumn('uuid')
  accountId: string;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt: Date;
}
