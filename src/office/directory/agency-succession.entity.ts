import { Check, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Agency } from './agency.entity.ts';

/** One agency carries on for another that ended: several of them when it was split or many merged. */
@Entity('agency_successions')
@Check('agency_successions_check', 'predecessor_id <> successor_id')
export class AgencySuccession {
  @ManyToOne(() => Agency, { nullable: false })
  predecessor: Agency;

  @PrimaryColumn('uuid')
  predecessorId: string;

  @ManyToOne(() => Agency, { nullable: false })
  successor: Agency;

  @Index()
  @PrimaryColumn('uuid')
  successorId: string;
}
