import { Check, Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Notice } from './notice.ts';
import { Office } from './office.entity.ts';

export const ROLES = ['drafter', 'signer', 'clerk', 'leader'] as const;
export type Role = (typeof ROLES)[number];

@Entity('accounts')
@Check('accounts_role_check', `role IN ('drafter', 'signer', 'clerk', 'leader')`)
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column('text', { unique: true })
  username: string;

  @Column('text')
  fullName: string;

  /** Chức vụ: `Phó Giám đốc`. */
  @Column('text')
  post: string;

  @Column('text')
  role: Role;

  @Column('text', { select: false })
  passwordHash: string;

  /** What the pages of this request remind the person of; not stored. */
  notices?: Notice[];
}
