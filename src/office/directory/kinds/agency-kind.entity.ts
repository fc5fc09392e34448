import { Check, Column, Entity, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Office } from '../../accounts/office.entity.ts';

/**
 * A kind of agencies as its office draws it. Two codes say more than a name: a `district` tells
 * communes of one name apart, a `person` is somebody within the office.
 */
@Entity('agency_kinds')
@Unique(['officeId', 'name'])
@Check('agency_kinds_validity_check', 'valid_to >= valid_from')
export class AgencyKind {
  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  /** As files and addresses name it; never changed. */
  @PrimaryColumn('text')
  code: string;

  /** The present or the coming one; former ones are `AgencyKindName`. */
  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  @Column('integer')
  position: number;

  /** The first day on which there may be any, `YYYY-MM-DD`; null for ever since. */
  @Column('date', { nullable: true })
  validFrom: string | null;

  /** The last day on which there were any, `YYYY-MM-DD`; agencies of the days before keep it. */
  @Column('date', { nullable: true })
  validTo: string | null;
}

export const isOpenOn = (
  { validFrom, validTo }: Pick<AgencyKind, 'validFrom' | 'validTo'>,
  day: string,
): boolean => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
