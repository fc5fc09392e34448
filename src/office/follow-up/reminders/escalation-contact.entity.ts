import { Check, Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Office } from '../../accounts/office.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

export const CONTACT_RUNGS = ['clerk', 'head'] as const;

/** Where the rungs of our own office are written to. */
@Entity('escalation_contacts')
@Check('escalation_contacts_rung_check', oneOf('rung', CONTACT_RUNGS))
export class EscalationContact {
  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('text')
  rung: (typeof CONTACT_RUNGS)[number];

  @Column('text')
  name: string;

  @Column('text')
  email: string;
}
