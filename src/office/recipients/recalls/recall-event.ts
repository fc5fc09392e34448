import type { NoticeFacts } from './notice-facts.ts';
import type { LetterEvent } from '../../delivery/channels/letter.ts';
import { subjectOf } from '../../../engines/page/document-types.ts';
import { reference } from '../../dispatches/number-words.ts';

/** What a system of an agency is told: the same as the mail, and where it answers. */
export function recallEvent(facts: NoticeFacts, link: string, answerUrl: string): LetterEvent {
  const { dispatchId, number, symbol, type, issuedOn } = facts;
  return {
    type: 'dispatch.recalled',
    timestamp: facts.queuedAt.toISOString(),
    data: {
      deliveryId: facts.deliveryId,
      dispatch: {
        id: dispatchId,
        number,
        symbol,
        reference: reference(facts),
        type,
        subject: subjectOf(facts),
        issuedOn,
      },
      issuer: { code: facts.officeCode, name: facts.officeName },
      recipient: { code: facts.code, name: facts.name },
      reason: facts.reason,
      basis: facts.basis,
      link,
      answerUrl,
      recalledAt: facts.recalledAt.toISOString(),
    },
  };
}
