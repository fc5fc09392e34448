import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** Đầu văn bản: how an office is called on its dispatches, from one day until the next such row. */
@Entity('office_heads')
@Index('office_heads_from_idx', ['officeId', 'validFrom'], { unique: true })
@Index('office_heads_first_idx', ['officeId'], { unique: true, where: 'valid_from IS NULL' })
export class OfficeHead {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne('Office', 'heads', { nullable: false })
  office: object;

  @Column('uuid')
  officeId: string;

  /** The first day it is printed, `YYYY-MM-DD`; null for the one the office began with. */
  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  @Column('text', { nullable: true })
  parentBody: string | null;

  /** Place name printed before the date. */
  @Column('text')
  place: string;

  /** Abbreviation used in symbols: `STTTT`. */
  @Column('text')
  symbol: string;

  /** Lines at the foot of the first page: address, telephone, mail. */
  @Column('text', { array: true, default: [] })
  contact: string[];

  /** Mã định danh as QCVN 102:2016 had it: `000.00.15.H54`. */
  @Column('text', { nullable: true })
  formerIdentifier: string | null;

  /** Mã định danh of Decision 20/2020/QĐ-TTg as amended: `H54.15`. */
  @Column('text', { nullable: true })
  identifier: string | null;
}
