import { Check, Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { oneOf } from '../../../platform/postgres/one-of.ts';

export const READING_KINDS = ['opened', 'fetched'] as const;

/** When the link was first opened and the file first fetched: by a person, or by a scanner of mails. Proves nothing. */
@Entity('readings')
@Check('readings_kind_check', oneOf('kind', READING_KINDS))
export class ReadEvent {
  @ManyToOne(() => Recipient, { nullable: false })
  recipient: Recipient;

  @PrimaryColumn('uuid')
  recipientId: string;

  @PrimaryColumn('text')
  kind: (typeof READING_KINDS)[number];

  @Column('timestamptz', { default: () => 'now()' })
  firstAt: Date;
}
