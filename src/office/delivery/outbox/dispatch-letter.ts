import { renderToString } from 'preact-render-to-string';
import { h } from 'preact';
import {
  DispatchMail,
  dispatchMailText,
} from '../../../../templates/office/delivery/dispatch-mail.tsx';
import { askedOf } from '../../dispatches/term-words.ts';
import { vietnamTime } from '../../../platform/time/vietnam-time.ts';
import type { Config } from '../../../platform/config/config.ts';
import { subjectOf } from '../../../engines/page/document-types.ts';
import { reference } from '../../dispatches/number-words.ts';
import { mailSubject } from '../../dispatches/words.ts';
import type { Terms } from '../../dispatches/terms.ts';
import type { EnclosedDispatch, Letter, LetterEvent, Message } from '../channels/letter.ts';
import type { PreparedDispatch } from '../channels/prepared-dispatch.ts';
import { linkToken, type Linked } from '../personal-link.ts';
import { letterId } from './another-letter.ts';
import type { Claimed } from './letter-kind.ts';

/** One delivery that is this worker's to send, now. */
export interface ClaimedDelivery extends Claimed, Linked, Pick<Terms, 'purpose' | 'replyBy'> {
  letter: number;
  code: string;
  name: string;
  acknowledgeBy: Date;
}

/** The dispatch as it goes to one recipient. */
export function dispatchLetter(
  prepared: PreparedDispatch,
  delivery: ClaimedDelivery,
  { publicUrl, keys }: Config,
): Letter {
  const { id, retryRound, recipientId, name, address, acknowledgeBy, purpose, replyBy } = delivery;
  const link = `${publicUrl}/a/${linkToken(keys, recipientId)}`;
  const own = { prepared, deliveryId: id, retryRound, link, acknowledgeBy, purpose, replyBy };
  return {
    id: letterId(delivery),
    recipientId,
    name,
    address,
    date: delivery.queuedAt,
    isUrgent: prepared.dispatch.urgency !== 'normal',
    sender: prepared.dispatch.office.senderAddress,
    message: () => messageOf(name, own),
    event: () => eventOf(delivery, own),
    dispatch: own,
  };
}

function messageOf(
  name: string,
  { prepared, link, acknowledgeBy, ...terms }: EnclosedDispatch,
): Message {
  const { dispatch } = prepared;
  const words = askedOf(terms);
  const deadline = vietnamTime(acknowledgeBy);
  const view = { dispatch, name, link, deadline, asked: words && ` ${words}` };
  return {
    from: dispatch.office.senderName ?? dispatch.head.name,
    subject: mailSubject(dispatch),
    text: dispatchMailText(view),
    html: renderToString(h(DispatchMail, view)),
  };
}

/** The file is named, not carried: it is fetched by the link, whose token is in no one else's hands. */
async function eventOf(
  { id, queuedAt, code, name }: ClaimedDelivery,
  { prepared, link, acknowledgeBy, purpose, replyBy }: EnclosedDispatch,
): Promise<LetterEvent> {
  const { dispatch, fileSha256 } = prepared;
  return {
    type: 'dispatch.issued',
    timestamp: queuedAt.toISOString(),
    data: {
      deliveryId: id,
      dispatch: {
        id: dispatch.id,
        number: dispatch.number,
        symbol: dispatch.symbol,
        reference: reference(dispatch),
        type: dispatch.type,
        urgency: dispatch.urgency,
        subject: subjectOf(dispatch),
        issuedOn: dispatch.issuedOn,
      },
      issuer: { code: dispatch.office.code, name: dispatch.head.name },
      recipient: { code, name },
      acknowledgeBy: acknowledgeBy.toISOString(),
      purpose,
      replyBy: replyBy?.toISOString() ?? null,
      link,
      file: {
        mediaType: 'application/pdf',
        size: await prepared.fileSize(),
        sha256: fileSha256,
        url: `${link}/document.pdf`,
      },
    },
  };
}
