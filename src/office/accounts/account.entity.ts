import type { Notice } from '../../platform/web/notice.ts';
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Office } from './office.entity.ts';
import { Unit } from './unit.entity.ts';
import { someOf } from '../../platform/postgres/one-of.ts';

/** What people of the office itself do. */
export const OFFICE_ROLES = ['drafter', 'signer', 'clerk', 'leader', 'administrator'] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** `recipient`: somebody of an agency the office writes to, who sees its inbox and nothing else. */
export const ROLES = [...OFFICE_ROLES, 'recipient'] as const;
export type Role = (typeof ROLES)[number];

@Entity('accounts')
@Index(['officeId'])
@Check('accounts_roles_check', `cardinality(roles) > 0 AND ${someOf('roles', ROLES)}`)
@Check('accounts_guests_check', `NOT 'recipient' = ANY (roles) OR cardinality(roles) = 1`)
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column('text', { unique: true })
  username: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  fullName: string;

  /** Chức vụ: `Phó Giám đốc`. */
  @Column('text')
  post: string;

  /** What somebody does here: one or several, `recipient` alone. */
  @Column('text', { array: true })
  roles: Role[];

  /** Where somebody of the office belongs; absent where nobody said. */
  @ManyToOne(() => Unit, { nullable: true })
  unit: Unit | null;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  /** Where this person, not the office, is written to. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { select: false })
  passwordHash: string;

  /** From then on nobody signs in with it. */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** From then on nobody signs in with it, while work still waits to be handed over. */
  @Column('timestamptz', { nullable: true })
  signInEndedAt: Date | null;

  /** The password was told by somebody: the person chooses another before anything else. */
  @Column('boolean', { default: false })
  mustChangePassword: boolean;

  get maySignIn(): boolean {
    return !this.closedAt && !this.signInEndedAt;
  }

  /** What the pages of this request remind the person of; not stored. */
  notices?: Notice[];
}
