import { Column, Entity, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../account.entity.ts';

/** Which of the provider's people an account is; set at the first sign-in, by name, and by subject ever after. */
@Entity('openid_identities')
@Unique(['issuer', 'accountId'])
export class OpenidIdentity {
  @PrimaryColumn('text')
  issuer: string;

  @PrimaryColumn('text')
  subject: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account: Account;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz', { default: () => 'now()' })
  linkedAt: Date;
}
