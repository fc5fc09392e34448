import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Office } from '../accounts/office.entity.ts';

/**
 * A named set of agencies: all that are of these kinds on the day the dispatch is issued, and those
 * chosen by hand (`AgencyGroupMember`).
 */
@Entity('agency_groups')
@Unique(['officeId', 'name'])
export class AgencyGroup {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  @Column('text', { array: true })
  kinds: string[];
}
