import type { Reported } from '../delivery-report.entity.ts';
import { isSameMailbox } from './address-in-report.ts';
import type { Parties } from './mask-parties.ts';
import { isBeforeRecipient } from './refusal-text.ts';
import { causeOf, isHard } from './hardness.ts';
import type { ReceivedMail } from './received-mail.ts';

interface Judged {
  reported: Reported;
  status: string | null;
  words: string;
  failed: string | undefined;
  writtenTo: string | undefined;
}

/** What a report means: whether the recipient was not reached, why, and whether for good. */
export function judged(mail: ReceivedMail, { reported, status, words, failed, writtenTo }: Judged) {
  const parties = partiesOf(mail, failed);
  const isOfAnother = failed !== undefined && !isSameMailbox(failed, writtenTo);
  return {
    reported,
    cause: reported === 'failed' ? causeOf(status, words, parties) : null,
    isHard: reported === 'failed' && !isOfAnother && isHard(status, words, parties),
    status,
    failedAddress: reported === 'failed' ? (failed ?? null) : null,
  };
}

/** The first part that says why; what stands around it is written for anybody. */
export const tellingPart = (
  mail: ReceivedMail,
  status: string | null,
  failed: string | undefined,
  parts: string[],
): string =>
  parts.find((words) => words !== '' && causeIn(mail, status, words, failed) !== 'unknown') ??
  parts.at(-1)!;

export const causeIn = (
  mail: ReceivedMail,
  status: string | null,
  words: string,
  failed?: string,
) => causeOf(status, words, partiesOf(mail, failed));

const partiesOf = (mail: ReceivedMail, failed?: string): Parties => ({
  recipient: failed,
  senders: mail.sentTo,
  isBeforeRecipient: isBeforeRecipient(`${mail.fields}\n${mail.text}`),
});
