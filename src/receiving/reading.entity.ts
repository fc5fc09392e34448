import { Check, Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Recipient } from '../delivery/recipient.entity.ts';

/** When the link was first opened and the file first fetched: by a person, or by a scanner of mails. Proves nothing. */
@Entity('readings')
@Check('readings_kind_check', `kind IN ('opened', 'fetched')`)
export class Reading {
  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  @PrimaryColumn('text')
  kind: 'opened' | 'fetched';

  @Column('timestamptz', { default: () => 'now()' })
  firstAt: Date;
}
