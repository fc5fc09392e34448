import { Check, Column, Entity, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Dispatch } from '../../dispatch.entity.ts';

export const ITEM_STATES = ['waiting', 'signed', 'refused'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** One dispatch of a batch, as the signer read it. */
@Entity('signing_items')
@Unique(['batchId', 'dispatchId'])
@Check('signing_items_refusal_check', `refusal IS NULL OR settled_at IS NOT NULL`)
export class SigningItem {
  @ManyToOne('SigningBatch', 'items', { nullable: false })
  batch: unknown;

  @PrimaryColumn('uuid')
  batchId: string;

  @PrimaryColumn('integer')
  position: number;

  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @Column('uuid')
  dispatchId: string;

  /** Of the content that was read; no other is signed. */
  @Column('text')
  contentSha256: string;

  /** Written in the transaction that keeps the signature, or when it was refused. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  /** Why it was not signed, in Vietnamese. */
  @Column('text', { nullable: true })
  refusal: string | null;

  get state(): ItemState {
    if (this.settledAt === null) return 'waiting';
    return this.refusal === null ? 'signed' : 'refused';
  }
}
