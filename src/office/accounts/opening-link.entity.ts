import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Office } from './office.entity.ts';

/** Opens one office within an hour; printed on the machine by whoever runs the installation. */
@Entity('opening_links')
export class OpeningLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** SHA-256 of the token in the address. */
  @Column('text', { unique: true })
  tokenHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @ManyToOne(() => Office, { nullable: true })
  office: Office | null;

  /** The office it opened. */
  @Column('uuid', { nullable: true })
  officeId: string | null;
}
