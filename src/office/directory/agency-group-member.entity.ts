import { Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { AgencyGroup } from './agency-group.entity.ts';
import { Agency } from './agency.entity.ts';

/** An agency chosen by hand; when it has ended, those that carry on for it are in its place. */
@Entity('agency_group_members')
export class AgencyGroupMember {
  @ManyToOne(() => AgencyGroup, { nullable: false, onDelete: 'CASCADE' })
  group: AgencyGroup;

  @PrimaryColumn('uuid')
  groupId: string;

  @ManyToOne(() => Agency, { nullable: false })
  agency: Agency;

  @Index()
  @PrimaryColumn('uuid')
  agencyId: string;
}
