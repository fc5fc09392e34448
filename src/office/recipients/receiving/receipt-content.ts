import { reference } from '../../dispatches/number-words.ts';
import type { Purpose } from '../../dispatches/terms.ts';
import type { Acknowledgement } from './acknowledgement.entity.ts';
import type { RecipientFacts } from './recipient-facts.ts';

/** What a receipt says, for machines. Times are ISO 8601 at +07:00. */
export interface ReceiptContent {
  type: 'receipt';
  madeAt: string;
  issuer: { code: string; name: string };
  dispatch: { id: string; reference: string; issuedOn: string; abstract: string };
  /** SHA-256 of the very file that was received, hexadecimal. */
  fileSha256: string;
  recipient: {
    id: string;
    code: string;
    name: string;
    /** What the dispatch asks of it; absent where it says nothing. */
    purpose?: Purpose;
    replyBy?: string;
  };
  acknowledgement: {
    at: string;
    name: string | null;
    post: string | null;
    how: Acknowledgement['how'];
    /** Successor that spoke for an agency that is no more. */
    onBehalfBy?: string;
  };
}

export function receiptContent(facts: RecipientFacts, madeAt: Date): ReceiptContent {
  const { recipient } = facts;
  const { dispatch } = recipient;
  const { acknowledgedAt, name, post, how, agency, fileSha256 } = facts.acknowledgement!;
  return {
    type: 'receipt',
    madeAt: atSeven(madeAt),
    issuer: { code: dispatch.office.code, name: dispatch.head.name },
    dispatch: {
      id: dispatch.id,
      reference: reference(dispatch),
      issuedOn: dispatch.issuedOn!,
      abstract: dispatch.abstract,
    },
    fileSha256,
    recipient: {
      id: recipient.id,
      code: recipient.code,
      name: recipient.name,
      ...(recipient.purpose && { purpose: recipient.purpose }),
      ...(recipient.replyBy && { replyBy: atSeven(recipient.replyBy) }),
    },
    acknowledgement: {
      at: atSeven(acknowledgedAt),
      name,
      post,
      how,
      ...(agency && { onBehalfBy: agency.name }),
    },
  };
}

const atSeven = (at: Date) =>
  `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
