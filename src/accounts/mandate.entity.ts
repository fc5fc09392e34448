import { Check, Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from './account.entity.ts';

/** Decree 30/2020/NĐ-CP, Annex I, II.7: the head signs without a prefix. */
export const CAPACITIES = ['TM.', 'Q.', 'KT.', 'TL.', 'TUQ.'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** The right of one person to sign in one capacity between two dates. */
@Entity('mandates')
@Check(
  'mandates_capacity_check',
  `capacity IN ('TM.', 'Q.', 'KT.', 'TL.', 'TUQ.')
   AND (capacity IN ('TM.', 'KT.', 'TL.', 'TUQ.')) = (on_behalf_of IS NOT NULL)`,
)
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

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  /** The lines printed above the signature: `['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']`. */
  get authority(): string[] {
    if (this.onBehalfOf) return [`${this.capacity} ${this.onBehalfOf}`, this.post];
    return [this.capacity ? `${this.capacity} ${this.post}` : this.post];
  }

  /** `date` is a calendar date `YYYY-MM-DD`; both ends count. */
  isValidOn(date: string): boolean {
    return this.validFrom <= date && (this.validTo === null || date <= this.validTo);
  }
}
