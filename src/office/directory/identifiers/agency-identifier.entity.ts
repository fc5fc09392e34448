import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { oneOf } from '../../../platform/postgres/one-of.ts';
import { Agency } from '../agency.entity.ts';
import { SCHEMES, type Scheme } from './schemes.ts';

/**
 * By which code other systems know an agency between two days, both counted. Of one scheme an agency
 * has one at most on any day, and no two agencies of an office have the same: `give-identifiers.ts`
 * and, for lists, `importing/taken-identifiers.ts` ask under the directory's lock.
 */
@Entity('agency_identifiers')
@Unique(['agencyId', 'scheme', 'validFrom'])
@Check('agency_identifiers_scheme_check', oneOf('scheme', SCHEMES))
@Check('agency_identifiers_validity_check', 'valid_to >= valid_from')
export class AgencyIdentifier {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Agency, { nullable: false })
  agency: Agency;

  @Column('uuid')
  agencyId: string;

  @Column('text')
  scheme: Scheme;

  @Index('agency_identifiers_code_idx')
  @Column({ type: 'text', collation: 'C' })
  code: string;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
