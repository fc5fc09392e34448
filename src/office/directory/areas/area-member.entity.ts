import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Agency } from '../agency.entity.ts';
import { Area } from './area.entity.ts';

/** In which area an agency lies between two days, both counted; in one at most on any day. */
@Entity('area_members')
@Check('area_members_validity_check', 'valid_to >= valid_from')
@Index('area_members_open_idx', ['agencyId'], { unique: true, where: 'valid_to IS NULL' })
export class AreaMember {
  @ManyToOne(() => Agency, { nullable: false })
  agency: Agency;

  @PrimaryColumn('uuid')
  agencyId: string;

  @PrimaryColumn('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @ManyToOne(() => Area, { nullable: false })
  area: Area;

  @Index()
  @Column('uuid')
  areaId: string;
}
