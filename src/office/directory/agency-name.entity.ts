import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Agency } from './agency.entity.ts';

/** What an agency was called up to and including a day; its present or coming name is its own. */
@Entity('agency_names')
export class AgencyName {
  @ManyToOne(() => Agency, { nullable: false })
  agency: Agency;

  @PrimaryColumn('uuid')
  agencyId: string;

  @PrimaryColumn('date')
  validTo: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;
}
