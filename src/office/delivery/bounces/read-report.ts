import type { Reported } from '../delivery-report.entity.ts';
import { statusIn } from '../attempts/status-code.ts';
import { isAutomatic } from './automatic.ts';
import { becameOf, failedAddressIn } from './address-in-report.ts';
import { refusalIn } from './sieve-rejection.ts';
import type { ReceivedMail } from './received-mail.ts';
import { readFields, type ReportedFields } from './report-fields.ts';
import type { Cause } from './rules/rule.ts';
import { judged, tellingPart, causeIn } from './judge-report.ts';

export interface DeliveryReportMail {
  reported: Reported;
  /** The address we wrote to will not work tomorrow either. */
  isHard: boolean;
  /** What the failure is about; null unless something failed. */
  cause: Cause | null;
  status: string | null;
  server: string;
  diagnostic: string;
  /** The address that was not reached: not always the one we wrote to, which may pass mail on. */
  failedAddress: string | null;
}

const LONGEST_DIAGNOSTIC = 1000;

const FAILED =
  /did not reach|undeliver|non-?delivery|(not|n['’]t) (be )?delivered|(could|can)( ?no|n')t be delivered|delivery( \S+){0,3} \(?(fail|problem)|fail(ure|ed)( \S+){0,3} (deliver|notice|notification)|failure notice|fail(ed|ure) to deliver|returned mail|return(ed|ing) to sender|mail system error|(unable|n't able|not able) to deliver|rejected|không (thể )?(gửi|chuyển|phát)( \S+){0,2} (được|tới|đến|thư)|(gửi|chuyển|phát)( \S+){0,4} (không thành công|thất bại)|thư (bị )?trả lại|trả lại thư|không gửi được|lỗi gửi thư|недостав|не (было )?доставлен|не удалось|送信できません|配信不能|退信/iu;
const DELAYED =
  /delayed|delay notification|still (being )?(retr|trying)|(will|are) (be )?(retried|keep trying|continue to (try|be attempted)|try again)|not yet been delivered|could not send message for past|tạm hoãn|(sẽ|đang) (tiếp tục )?thử (gửi )?lại|задерж/iu;
const GAVE_UP = /giv(ing|en) up|no longer|permanent|final|ngừng thử|không thử lại/iu;
/** Exim says “delivered” of what it handed to a server that knows no RFC 3461. */
const RELAYED = /relayed (to non[- ]DSN|via non[- ]DSN)/i;
const REPLY = /^\s*(re|fwd?|tr|trả lời|chuyển tiếp)\s*:/iu;
const CODE = /\b[45]\d\d[ -]/;

/**
 * What a mail to a return address reports; undefined when it is no report. `writtenTo` is whom we
 * wrote to, where the caller knows it: what failed may be another address, which it was passed on to.
 */
export function readReport(mail: ReceivedMail, writtenTo?: string): DeliveryReportMail | undefined {
  const refusal = refusalIn(mail);
  if (refusal) return ofFields(mail, refusal, writtenTo);
  if (isAutomatic(mail)) return undefined;
  const fields = readFields(mail.fields);
  return fields ? ofFields(mail, fields, writtenTo) : readWords(mail, writtenTo);
}

function ofFields(
  mail: ReceivedMail,
  fields: ReportedFields,
  writtenTo?: string,
): DeliveryReportMail {
  const { server, diagnostic, original, final } = fields;
  // OpenSMTPD’s is always 5.0.0: the code stands in the text.
  const status = diagnostic ? fields.status : (statusIn(essence(mail.text)) ?? fields.status);
  const reported =
    fields.reported === 'delivered' && RELAYED.test(mail.text) ? 'relayed' : fields.reported;
  const failed = final ? becameOf(final, mail.text) : failedAddressIn(mail, writtenTo);
  const words = tellingPart(mail, status, failed, [diagnostic, essence(mail.text), mail.text]);
  return {
    ...judged(mail, { reported, status, words, failed, writtenTo: writtenTo ?? original ?? final }),
    server: server || mail.senderDomain,
    diagnostic: printable(diagnostic || essence(mail.text)),
  };
}

/** Systems that know no RFC 3464 write for people: the words and numbers they use are all there is. */
function readWords(mail: ReceivedMail, writtenTo?: string): DeliveryReportMail | undefined {
  const { subject, text } = mail;
  if (!isReport(mail)) return undefined;
  const hasFailed = FAILED.test(subject) || !DELAYED.test(subject);
  const isDelayed = DELAYED.test(`${subject}\n${text}`) && !GAVE_UP.test(text);
  const status = statusIn(text);
  const reported = isDelayed && !(hasFailed && status?.startsWith('5')) ? 'delayed' : 'failed';
  const failed = failedAddressIn(mail, writtenTo);
  const words = tellingPart(mail, status, failed, [essence(text), text]);
  return {
    ...judged(mail, { reported, status, words, failed, writtenTo }),
    server:
      /\b(?:host|server|by|from|at)\s+([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(text)?.[1] ??
      mail.senderDomain,
    diagnostic: printable(essence(text)),
  };
}

/** Anyone can write a subject: the text must say that something failed, and a mail system have sent it. */
function isReport(mail: ReceivedMail): boolean {
  const { subject, text } = mail;
  if (mail.header('x-failed-recipients') !== '') return true;
  const says = FAILED.test(text) || DELAYED.test(text);
  if (mail.isFromDaemon || mail.isFromNobody) {
    return (
      says || CODE.test(text) || (FAILED.test(subject) && causeIn(mail, null, text) !== 'unknown')
    );
  }
  const isOfAPerson = REPLY.test(subject) || !(FAILED.test(subject) || DELAYED.test(subject));
  return !isOfAPerson && says && failedAddressIn(mail) !== undefined;
}

/** From the server's number on, or from the line with the code on, else the first words. */
function essence(text: string): string {
  const number = text.search(/(?<![\d.])[45]\d\d[ -]/);
  const start = number < 0 ? text.search(/^.*\b[45]\.\d{1,3}\.\d{1,3}\b/m) : number;
  return start < 0 ? text : text.slice(start);
}

const printable = (text: string) =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DIAGNOSTIC);
