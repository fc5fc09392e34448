import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Office } from './office.entity.ts';

/**
 * Đơn vị soạn thảo: a part of the office that drafts, named in symbols by its own. Another symbol is
 * another unit, so that one of last year is read as it was written.
 */
@Entity('units')
@Check('units_valid_to_check', 'valid_to >= valid_from')
@Index('units_symbol_from_idx', ['officeId', 'symbol', 'validFrom'], { unique: true })
@Index('units_open_symbol_idx', ['officeId', 'symbol'], {
  unique: true,
  where: 'valid_to IS NULL',
})
export class Unit {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  /** As it stands in symbols: `CNTT-VT`. */
  @Column('text')
  symbol: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  /** Calendar dates `YYYY-MM-DD`; both ends count. */
  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  isValidOn(day: string): boolean {
    return this.validFrom <= day && (this.validTo === null || day <= this.validTo);
  }
}
