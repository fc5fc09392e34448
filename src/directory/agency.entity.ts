import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Office } from '../accounts/office.entity.ts';
import { AgencyKind } from './agency-kind.entity.ts';

/** One body (or internal person) an office writes to, valid between two dates. */
@Entity('agencies')
@Unique(['officeId', 'code'])
@Index(['officeId', 'kind'])
@Check('agencies_validity_check', 'valid_to >= valid_from')
export class Agency {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @ManyToOne(() => AgencyKind, { nullable: false })
  @JoinColumn({ name: 'kind' })
  agencyKind: AgencyKind;

  @Column('text')
  kind: string;

  @ManyToOne(() => Agency, { nullable: true })
  parent: Agency | null;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @ManyToOne(() => Agency, { nullable: true })
  successor: Agency | null;

  @Column('uuid', { nullable: true })
  successorId: string | null;

  @Column('text', { nullable: true })
  email: string | null;
}
