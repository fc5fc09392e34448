import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AgencyKind } from './agency-kind.entity.ts';

/** What a kind was called up to and including a day. */
@Entity('agency_kind_names')
export class AgencyKindName {
  @ManyToOne(() => AgencyKind, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'office_id', referencedColumnName: 'officeId' },
    { name: 'kind', referencedColumnName: 'code' },
  ])
  agencyKind: AgencyKind;

  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('date')
  validTo: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;
}
