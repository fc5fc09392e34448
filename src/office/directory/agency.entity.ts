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
import { AgencyKind } from './kinds/agency-kind.entity.ts';

/** Which there are is decided by `delivery/channels/channels.ts`. */
export type ChannelName = string;

/** One body (or internal person) an office writes to, valid between two dates. */
@Entity('agencies')
@Unique(['officeId', 'code'])
@Index(['officeId', 'kind', 'code'])
@Check('agencies_validity_check', 'valid_to >= valid_from')
export class Agency {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  code: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  @ManyToOne(() => AgencyKind, { nullable: false })
  @JoinColumn([
    { name: 'office_id', referencedColumnName: 'officeId' },
    { name: 'kind', referencedColumnName: 'code' },
  ])
  agencyKind: AgencyKind;

  @Column('text')
  kind: string;

  @ManyToOne(() => Agency, { nullable: true })
  parent: Agency | null;

  @Index()
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** Whom to ring when mails are of no use. */
  @Column('text', { nullable: true })
  telephone: string | null;

  /** In the order in which they are tried; the next one when the one before has failed. */
  @Column('text', { array: true, default: ['email'] })
  channels: ChannelName[];

  /** Where the agency's own system is told (Standard Webhooks). */
  @Column('text', { nullable: true })
  webhookUrl: string | null;

  /** `whsec_…`, sealed; read only to sign. */
  @Column('text', { nullable: true, select: false })
  webhookSecret: string | null;
}

export interface Route {
  channel: ChannelName;
  address: string;
}

/** A channel that has no address of its own in the directory reaches an agency by its code. */
const ADDRESSES = new Map<ChannelName, (agency: Agency) => string | null>([
  ['email', ({ email }) => email],
  ['webhook', ({ webhookUrl }) => webhookUrl],
]);

/** How an agency is reached, in the order in which it is tried; none when it has no address. */
export function routesTo(agency: Agency): Route[] {
  return agency.channels.flatMap((channel) => {
    const addressOf = ADDRESSES.get(channel);
    const address = addressOf ? addressOf(agency) : agency.code;
    return address ? [{ channel, address }] : [];
  });
}
