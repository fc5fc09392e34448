import { Check, Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Office } from '../accounts/office.entity.ts';

/** Where the rungs of our own office are written to. */
@Entity('escalation_contacts')
@Check('escalation_contacts_rung_check', `rung IN ('clerk', 'head')`)
export class EscalationContact {
  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('text')
  rung: 'clerk' | 'head';

  @Column('text')
  name: string;

  @Column('text')
  email: string;
}
