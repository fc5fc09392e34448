import type { Dispatch } from '../../dispatches/dispatch.entity.ts';

/** All that one notice says. */
export type NoticeFacts = Pick<Dispatch, 'number' | 'symbol' | 'type' | 'abstract'> & {
  /** Id of the letter. */
  id: string;
  recipientId: string;
  /** Date of the letter. */
  queuedAt: Date;
  dispatchId: string;
  recalledAt: Date;
  /** The delivery it goes on from. */
  deliveryId: string | null;
  address: string;
  code: string;
  name: string;
  officeCode: string;
  officeName: string;
  /** The office's own, where it has them. */
  senderName: string | null;
  senderAddress: string | null;
  issuedOn: string;
  reason: string;
  basis: string;
};
