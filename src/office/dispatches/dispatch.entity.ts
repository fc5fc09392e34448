import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { Mandate } from '../accounts/mandate.entity.ts';
import type { OfficeHead } from '../accounts/office-head.entity.ts';
import { Office } from '../accounts/office.entity.ts';
import { Unit } from '../accounts/unit.entity.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import type { Annex } from './annex.entity.ts';
import { signatoryProblem } from './authority.ts';
import { TYPE_CODES, type DocumentType } from '../../engines/page/document-types.ts';
import { symbolProblem } from './own-symbol.ts';
import type { RecipientLine } from './recipient-line.entity.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

export const DISPATCH_STATES = ['draft', 'submitted', 'returned', 'signed', 'issued'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** Decree 30/2020/NĐ-CP, Annex I, III.2: KHẨN, THƯỢNG KHẨN, HỎA TỐC. */
export const URGENCIES = ['normal', 'urgent', 'very-urgent', 'express'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Annex I, III.2.c: XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ. */
export const CIRCULATIONS = ['return-after-reading', 'internal'] as const;
export type Circulation = (typeof CIRCULATIONS)[number];

/** What a dispatch does to an earlier one: thay thế, đính chính. */
export const RELATIONS = ['replaces', 'corrects'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Everybody of the office, or its unit, drafter, signatory and clerks, and who is named (`reading/`). */
export const READINGS = ['office', 'restricted'] as const;
export type Reading = (typeof READINGS)[number];

@Entity('dispatches')
@Unique(['officeId', 'year', 'number'])
@Index('dispatches_words_idx', { synchronize: false }) // GIN
@Check('dispatches_state_check', oneOf('state', DISPATCH_STATES))
@Check('dispatches_urgency_check', oneOf('urgency', URGENCIES))
@Check('dispatches_reading_check', oneOf('reading', READINGS))
@Check('dispatches_type_check', oneOf('type', TYPE_CODES))
@Check(
  'dispatches_relation_check',
  `${oneOf('relation', RELATIONS)} AND former_id <> id OR num_nonnulls(relation, former_id) = 0`,
)
@Index(['formerId'])
@Index('dispatches_office_id_issued_on_idx', ['officeId', 'issuedOn'], {
  where: `state = 'issued'`,
})
@Check('dispatches_circulation_check', oneOf('circulation', CIRCULATIONS))
@Check(
  'dispatches_number_check',
  `CASE WHEN state = 'issued' THEN num_nonnulls(number, year, issued_on) = 3
        WHEN state IN ('submitted', 'signed') THEN num_nonnulls(number, year, issued_on) IN (0, 3)
        ELSE num_nonnulls(number, year, issued_on) = 0 END`,
)
export class Dispatch {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column('text')
  state: DispatchState;

  @Column('text', { default: 'cong-van' })
  type: DocumentType;

  @Column('text')
  symbol: string;

  @Column('text')
  abstract: string;

  /** Markdown subset of body.ts. */
  @Column('text')
  body: string;

  @Column('text')
  urgency: Urgency;

  @Column('text', { nullable: true })
  circulation: Circulation | null;

  /** Căn cứ, one entry each. */
  @Column('text', { array: true, default: [] })
  legalBases: string[];

  /** Typist's mark and number of copies: `PL.(300)` (Annex I, III.3). */
  @Column('text', { nullable: true })
  typistMark: string | null;

  @ManyToOne(() => Mandate, { nullable: true })
  mandate: Mandate | null;

  @Column('uuid', { nullable: true })
  mandateId: string | null;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'drafted_by' })
  drafter: Account;

  @Column('uuid')
  draftedBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  draftedAt: Date;

  /** The drafter's when it was drafted; it does not move with the person. */
  @ManyToOne(() => Unit, { nullable: true })
  unit: Unit | null;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @Column('text', { default: 'office' })
  reading: Reading;

  /** Counts the saved texts, so that two people who edit at once are told. */
  @Column('integer')
  revision: number;

  /** An issued one. */
  @ManyToOne(() => Dispatch, { nullable: true })
  former: Dispatch | null;

  @Column('uuid', { nullable: true })
  formerId: string | null;

  @Column('text', { nullable: true })
  relation: Relation | null;

  @Column('integer', { nullable: true })
  number: number | null;

  @Column('integer', { nullable: true })
  year: number | null;

  @Column('date', { nullable: true })
  issuedOn: string | null;

  /** What search looks into; a trigger keeps it. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  words: unknown;

  @OneToMany('RecipientLine', 'dispatch')
  lines: RecipientLine[];

  @OneToMany('Annex', 'dispatch')
  annexes: Annex[];

  /** The letterhead of its day: of the date it bears or, while it bears none, of today. */
  get head(): OfficeHead {
    return this.office.headOn(this.issuedOn ?? vietnamDate(new Date()));
  }

  get isEditable(): boolean {
    return this.state === 'draft' || this.state === 'returned';
  }

  revise(): void {
    if (!this.isEditable) {
      throw new RuleViolation('not-editable');
    }
    this.revision += 1;
  }

  submit(): void {
    if (!this.isEditable) {
      throw new RuleViolation('already-submitted');
    }
    this.state = 'submitted';
  }

  /** By who submitted it, while nobody has signed it and it has no number that would be lost. */
  takeBack(by: Pick<Account, 'id'>, submittedBy: string): void {
    if (this.state !== 'submitted') {
      throw new RuleViolation('not-submitted');
    }
    if (submittedBy !== by.id) throw new RuleViolation('not-the-submitter');
    if (this.number !== null) throw new RuleViolation('numbered-already');
    this.state = 'draft';
  }

  /** Back to be mended: by a signer or, where it passes the clerk's desk, by the clerk. */
  returnToDrafter(by: Account, numbersFirst: boolean): void {
    if (this.state !== 'submitted' && this.state !== 'signed') {
      throw new RuleViolation('not-returnable');
    }
    if (!this.mayBeReturnedBy(by, numbersFirst)) {
      throw new RuleViolation(
        'not-on-this-desk',
        this.state === 'signed'
          ? 'Văn bản đã ký chỉ do người đã ký hoặc văn thư trả lại.'
          : 'Văn bản đang chờ ký. Đề nghị người ký trả lại.',
      );
    }
    this.state = 'returned';
  }

  /** Before the signature a signer; after it only the one who signed. The clerk when it comes to be numbered. */
  mayBeReturnedBy({ id, roles }: Pick<Account, 'id' | 'roles'>, numbersFirst: boolean): boolean {
    const isSigned = this.state === 'signed';
    if (this.state !== 'submitted' && !isSigned) return false;
    if (roles.includes('clerk') && (isSigned || numbersFirst)) return true;
    return roles.includes('signer') && (!isSigned || this.mandate?.accountId === id);
  }

  /** While it is a draft by whoever writes it; from the submission on by its signatory and the clerk. */
  readingMayBeSetBy({ id, roles }: Pick<Account, 'id' | 'roles'>): boolean {
    if (roles.includes('clerk')) return true;
    return this.isEditable ? roles.includes('drafter') : this.mandate?.accountId === id;
  }

  sign(by: Account, today: string): void {
    if (this.state !== 'submitted') {
      throw new RuleViolation('not-submitted');
    }
    if (this.mandate?.accountId !== by.id) {
      throw new RuleViolation('not-the-signatory');
    }
    const problem = signatoryProblem(this, today);
    if (problem) {
      const next = 'Trả lại để người soạn chọn người ký khác.';
      throw new RuleViolation(problem.code, `${problem.message} ${next}`);
    }
    const former = symbolProblem(this);
    if (former) throw new RuleViolation(former.code, former.message);
    this.state = 'signed';
  }

  requireSubmitted(): void {
    if (this.state === 'submitted') return;
    throw new RuleViolation('not-submitted', 'Chỉ lấy số cho văn bản đang chờ ký.');
  }

  /** Number and date, `YYYY-MM-DD`: at issue, or before the signature where the office numbers first. */
  bear(number: number, on: string): void {
    this.number = number;
    this.year = Number(on.slice(0, 4));
    this.issuedOn = on;
  }

  dropNumber(): void {
    this.number = null;
    this.year = null;
    this.issuedOn = null;
  }

  issue(): void {
    this.requireSigned();
    this.state = 'issued';
  }

  requireSigned(): void {
    if (this.state !== 'signed') {
      throw new RuleViolation('not-signed');
    }
  }
}
