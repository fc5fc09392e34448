import { Check, Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from './account.entity.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

/** Decree 30/2020/NĐ-CP, Annex I, II.7: the head signs without a prefix. */
export const CAPACITIES = ['TM.', 'Q.', 'KT.', 'TL.', 'TUQ.'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** The right of one person to sign in one capacity between two dates. */
@Entity('mandates')
@Check(
  'mandates_capacity_check',
  `${oneOf('capacity', CAPACITIES)}
   AND (capacity IN ('TM.', 'KT.', 'TL.', 'TUQ.')) = (on_behalf_of IS NOT NULL)`,
)
@Check('mandates_above_check', `above IS NULL OR capacity = 'KT.'`)
@Check('mandates_granted_from_check', `granted_from_id <> id`)
export class Mandate {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Account, { nullable: false })
  account: Account;

  @Column('uuid')
  accountId: string;

  @Column('text', { nullable: true })
  capacity: Capacity | null;

  /** Whose signature it stands for: `GIÁM ĐỐC` in `KT. GIÁM ĐỐC`. */
  @Column('text', { nullable: true })
  onBehalfOf: string | null;

  /** The signer's own post, in capitals: `PHÓ GIÁM ĐỐC`. */
  @Column('text')
  post: string;

  /** Printed first where a deputy signs KT. under TM. or TL.: `TM. ỦY BAN NHÂN DÂN`. */
  @Column('text', { nullable: true })
  above: string | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @ManyToOne(() => Mandate, { nullable: true })
  grantedFrom: Mandate | null;

  /** The mandate that gave this one; absent where a post gives it, or somebody who has no mandate here. */
  @Column('uuid', { nullable: true })
  grantedFromId: string | null;

  /** Document types it covers; none means all. */
  @Column('text', { array: true, default: [] })
  documentTypes: string[];

  /** Drafting units it covers, as in the symbol: `CNTT-VT`; none means all. */
  @Column('text', { array: true, default: [] })
  units: string[];

  /** The written decision or regulation that gives it. */
  @Column('text', { nullable: true })
  basis: string | null;

  /** The lines printed above the signature: `['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']`. */
  get authority(): string[] {
    const first = this.above ? [this.above] : [];
    if (this.onBehalfOf) return [...first, `${this.capacity} ${this.onBehalfOf}`, this.post];
    return [this.capacity ? `${this.capacity} ${this.post}` : this.post];
  }

  /** `date` is a calendar date `YYYY-MM-DD`; both ends count. */
  isValidOn(date: string): boolean {
    return this.validFrom <= date && !this.hasEndedBefore(date);
  }

  hasEndedBefore(date: string): boolean {
    return this.validTo !== null && this.validTo < date;
  }
}
