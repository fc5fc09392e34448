import type { NoticeFacts } from './notice-facts.ts';
import { renderToString } from 'preact-render-to-string';
import {
  RecallMail,
  recallMailText,
} from '../../../../templates/office/recipients/recalls/recall-mail.tsx';
import type { Letter } from '../../delivery/channels/letter.ts';
import { reference } from '../../dispatches/number-words.ts';
import { recallEvent } from './recall-event.ts';

/** Asks for the dispatch back: people by `link`, systems by `answerUrl`. */
export function recallLetter(facts: NoticeFacts, link: string, answerUrl: string): Letter {
  const view = { ...facts, link };
  const { id, recipientId, name, address, queuedAt: date } = facts;
  return {
    id,
    recipientId,
    name,
    address,
    date,
    isUrgent: false,
    sender: facts.senderAddress,
    message: () => ({
      from: facts.senderName ?? facts.officeName,
      subject: `THU HỒI văn bản ${reference(facts)}`,
      text: recallMailText(view),
      html: renderToString(<RecallMail {...view} />),
      answers: facts.deliveryId ?? undefined,
    }),
    event: () => recallEvent(facts, link, answerUrl),
  };
}
