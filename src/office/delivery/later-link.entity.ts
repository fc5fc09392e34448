import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Recipient } from './recipient.entity.ts';

/** A link that a recipient got beside the first one: the key of links was another by then. */
@Entity('later_links')
export class LaterLink {
  @PrimaryColumn('text')
  tokenHash: string;

  @ManyToOne(() => Recipient, { nullable: false })
  @JoinColumn()
  recipient: Recipient;

  @Index()
  @Column('uuid')
  recipientId: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;
}
