import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agency_kinds')
export class AgencyKind {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('integer')
  position: number;
}
