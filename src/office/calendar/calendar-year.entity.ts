import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { Office } from '../accounts/office.entity.ts';

/** A year whose days the office settled; the national days no longer speak for it. */
@Entity('calendar_years')
export class CalendarYear {
  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('integer')
  year: number;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'settled_by' })
  settler: Account;

  @Column('uuid')
  settledBy: string;

  @Column('timestamptz')
  settledAt: Date;
}
