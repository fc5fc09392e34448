import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  OneToOne,
  JoinColumn,
  PrimaryColumn,
} from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Agency } from '../../directory/agency.entity.ts';

/** Whose inbox an account of the role `recipient` opens. */
@Entity('agency_people')
@Index(['agencyId'])
export class AgencyPerson {
  @PrimaryColumn('uuid')
  accountId: string;

  @OneToOne(() => Account, { nullable: false })
  @JoinColumn()
  account: Account;

  @ManyToOne(() => Agency, { nullable: false })
  agency: Agency;

  @Column('uuid')
  agencyId: string;

  /** The office's clerk, or a colleague. */
  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'added_by' })
  adder: Account;

  @Column('uuid')
  addedBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  addedAt: Date;
}
