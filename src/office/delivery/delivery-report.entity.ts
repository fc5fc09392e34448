import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Cause } from './bounces/rules/rule.ts';
import { Delivery } from './delivery.entity.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

/** What a mail system says later about a mail it took (RFC 3464's actions). */
export const REPORTED = ['delivered', 'relayed', 'delayed', 'failed'] as const;
export type Reported = (typeof REPORTED)[number];

/** A report about a mail, from whichever server had it last. Append-only. */
@Entity('delivery_reports')
@Check('delivery_reports_reported_check', oneOf('reported', REPORTED))
export class DeliveryReport {
  /** SHA-256 of what was received: the same report twice is one. */
  @PrimaryColumn('text')
  sha256: string;

  /** Absent when the report is about no mail of ours. */
  @ManyToOne(() => Delivery, { nullable: true })
  delivery: Delivery | null;

  @Index()
  @Column('uuid', { nullable: true })
  deliveryId: string | null;

  @Column('integer', { name: 'round', nullable: true })
  retryRound: number | null;

  @Column('text')
  reported: Reported;

  /** The address we wrote to will not work tomorrow either. */
  @Column('boolean')
  isHard: boolean;

  /** What a failure is about (`bounces/rules`); null for other reports and those from before it was kept. */
  @Column('text', { nullable: true })
  cause: Cause | null;

  /** The address that was not reached, which may be one that the recipient's passes mail on to. */
  @Column('text', { nullable: true })
  failedAddress: string | null;

  /** Enhanced status code (RFC 3463): `5.1.1`. */
  @Column('text', { nullable: true })
  status: string | null;

  @Column('text')
  server: string;

  @Column('text')
  diagnostic: string;

  @Column('timestamptz', { default: () => 'now()' })
  receivedAt: Date;
}
