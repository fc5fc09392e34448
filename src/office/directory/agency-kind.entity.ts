import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agency_kinds')
export class AgencyKind {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('integer')
  position: number;

  /** The last day on which there were any, `YYYY-MM-DD`; agencies of the days before keep it. */
  @Column('date', { nullable: true })
  validTo: string | null;
}

export const isOpenOn = ({ validTo }: AgencyKind, day: string): boolean =>
  validTo === null || day <= validTo;
