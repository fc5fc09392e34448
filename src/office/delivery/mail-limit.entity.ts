import { Check, Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Office } from '../accounts/office.entity.ts';

/** How many mails a minute an office sends to one mail server, all its workers together. */
@Entity('mail_limits')
@Check('mail_limits_per_minute_check', 'per_minute > 0')
export class MailLimit {
  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  /** `mail.example:587` */
  @PrimaryColumn('text')
  server: string;

  @Column('integer')
  perMinute: number;

  /** The moment up to which sending is spoken for. */
  @Column('timestamptz', { default: () => 'now()' })
  freeAt: Date;
}
