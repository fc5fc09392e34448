import { renderToString } from 'preact-render-to-string';
import {
  RecallMail,
  recallMailText,
} from '../../../../templates/office/recipients/recalls/recall-mail.tsx';
import type { Letter } from '../../delivery/channels/mail/letter.ts';
import type { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { reference } from '../../dispatches/number-words.ts';

/** All that one notice says. */
export type NoticeFacts = Pick<Dispatch, 'number' | 'symbol' | 'type' | 'abstract'> & {
  /** Of the mail. */
  id: string;
  madeAt: Date;
  dispatchId: string;
  recalledAt: Date;
  /** The delivery it goes on from. */
  deliveryId: string | null;
  address: string;
  code: string;
  name: string;
  officeCode: string;
  officeName: string;
  issuedOn: string;
  reason: string;
  basis: string;
};

export function recallLetter(facts: NoticeFacts, link: string): Letter {
  const view = { ...facts, link };
  return {
    id: facts.id,
    date: facts.madeAt,
    from: facts.officeName,
    to: { name: facts.name, address: facts.address },
    subject: `THU HỒI văn bản ${reference(facts)}`,
    text: recallMailText(view),
    html: renderToString(<RecallMail {...view} />),
    answers: facts.deliveryId ?? undefined,
  };
}
