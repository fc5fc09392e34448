import { Check, Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { AgencyGroup } from '../directory/agency-group.entity.ts';
import { Agency } from '../directory/agency.entity.ts';
import { PURPOSES, type Purpose, type Terms } from './terms.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

/** `addressee` is printed under Kính gửi, `copy` under Nơi nhận. */
export const SECTIONS = ['addressee', 'copy'] as const;
export type Section = (typeof SECTIONS)[number];
export const LINE_TARGETS = ['group', 'agency', 'person', 'reference', 'archive'] as const;
export type LineTarget = (typeof LINE_TARGETS)[number];

/** One printed line and what it means. A reference ("Như trên") and the archive line reach nobody. */
@Entity('recipient_lines')
@Unique(['dispatchId', 'section', 'position'])
@Check('recipient_lines_section_check', oneOf('section', SECTIONS))
@Check(
  'recipient_lines_target_check',
  `${oneOf('target', LINE_TARGETS)}
   AND (target = 'group') = (group_id IS NOT NULL)
   AND (target IN ('agency', 'person')) = (agency_id IS NOT NULL)`,
)
@Check('recipient_lines_purpose_check', oneOf('purpose', PURPOSES))
@Check(
  'recipient_lines_terms_check',
  `target NOT IN ('reference', 'archive') OR num_nonnulls(purpose, acknowledge_by, reply_by) = 0`,
)
export class RecipientLine implements Terms {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne('Dispatch', 'lines', { nullable: false, onDelete: 'CASCADE' })
  dispatch: unknown;

  @Column('uuid')
  dispatchId: string;

  @Column('text')
  section: Section;

  @Column('integer')
  position: number;

  /** As written, without the dash; the closing ";" or "." may be there or not, the page puts it right. */
  @Column({ type: 'text', collation: 'vi-x-icu' })
  text: string;

  @Column('text')
  target: LineTarget;

  @ManyToOne(() => AgencyGroup, { nullable: true })
  group: AgencyGroup | null;

  @Column('uuid', { nullable: true })
  groupId: string | null;

  @ManyToOne(() => Agency, { nullable: true })
  agency: Agency | null;

  @Column('uuid', { nullable: true })
  agencyId: string | null;

  @Column('text', { nullable: true })
  purpose: Purpose | null;

  @Column('timestamptz', { nullable: true })
  acknowledgeBy: Date | null;

  @Column('timestamptz', { nullable: true })
  replyBy: Date | null;

  /** What the line is called wherever it is not the page itself. */
  get label(): string {
    const name = this.text.replace(/[\s;.,]+$/, '');
    return this.section === 'addressee' ? `Kính gửi: ${name}` : name;
  }
}
