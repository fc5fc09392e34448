import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Agency } from './agency.entity.ts';

/** The latest word of a mail server that an agency's address does not exist; nothing once the address is another. */
@Entity('address_failures')
export class AddressFailure {
  @OneToOne(() => Agency, { nullable: false })
  @JoinColumn()
  agency: Agency;

  @PrimaryColumn('uuid')
  agencyId: string;

  @Column('text')
  address: string;

  @Column('text')
  words: string;

  /** Enhanced status code (RFC 3463): `5.1.1`. */
  @Column('text', { nullable: true })
  status: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  failedAt: Date;
}
