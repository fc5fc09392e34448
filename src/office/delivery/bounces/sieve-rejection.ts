import type { ReceivedMail } from './received-mail.ts';
import { readRecipient, type ReportedFields } from './report-fields.ts';

/** RFC 2298 knew `denied` and `failed` as well. */
const PUT_AWAY = /^automatic-action\s*\/.*;\s*(deleted|denied|failed)\b/i;
/** Words of RFC 5429's example, of Pigeonhole and of Cyrus; “deleted without being read” is no refusal. */
const REFUSED = /\b(rejected|refused)\b/i;

/**
 * A mailbox whose owner has its filter refuse mail (RFC 5429, Sieve `reject`) took it first, and answers in the
 * form of a receipt that it was deleted. Undefined for receipts of people, who read or deleted it.
 */
export function refusalIn(mail: ReceivedMail): ReportedFields | undefined {
  const receipt = mail.receipt;
  if (!PUT_AWAY.test(receipt.get('disposition') ?? '')) return undefined;
  const isRefusal = /\brejected\b/i.test(mail.header('auto-submitted')) || REFUSED.test(mail.text);
  if (!isRefusal) return undefined;
  const general = new Map([['reporting-mta', receipt.get('reporting-ua')?.split(';')[0] ?? '']]);
  return readRecipient(new Map([...receipt, ['action', 'failed']]), general);
}
