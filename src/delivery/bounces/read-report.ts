import type { Reported } from '../delivery-report.entity.ts';
import { statusIn } from '../reasons.ts';
import { isAutomatic } from './automatic.ts';
import { isHard } from './hardness.ts';
import type { ReceivedMail } from './received-mail.ts';
import { readFields } from './report-fields.ts';

export interface Report {
  reported: Reported;
  isHard: boolean;
  status: string | null;
  server: string;
  diagnostic: string;
}

const LONGEST_DIAGNOSTIC = 1000;

const FAILED =
  /undeliver|non-?delivery|not (be )?delivered|(could|can)( ?no|n')t be delivered|delivery( \S+){0,3} (fail|problem)|fail(ure|ed)( \S+){0,3} (deliver|notice|notification)|failure notice|fail(ed|ure) to deliver|returned mail|return(ed|ing) to sender|mail system error|unable to deliver|rejected|không (thể )?(gửi|chuyển|phát)( \S+){0,2} (được|tới|đến|thư)|(gửi|chuyển|phát) (thư )?(không thành công|thất bại)|thư (bị )?trả lại|trả lại thư|không gửi được|lỗi gửi thư|недостав|не (было )?доставлен|не удалось|送信できません|配信不能|退信/iu;
const DELAYED =
  /delayed|delay notification|still (being )?(retr|trying)|(will|are) (be )?(retried|keep trying|continue to (try|be attempted)|try again)|not yet been delivered|could not send message for past|tạm hoãn|(sẽ|đang) (tiếp tục )?thử (gửi )?lại|задерж/iu;
const GAVE_UP = /giv(ing|en) up|no longer|permanent|final|ngừng thử|không thử lại/iu;
const CODE = /\b[45]\d\d[ -]/;

/** What a mail to a return address reports; undefined when it is no report. */
export function readReport(mail: ReceivedMail): Report | undefined {
  if (isAutomatic(mail)) return undefined;
  const fields = readFields(mail.fields);
  const words = fields ? `${fields.diagnostic} ${fields.diagnostic ? '' : mail.text}` : mail.text;
  if (fields) {
    const { reported, status, server, diagnostic } = fields;
    return {
      reported,
      isHard: reported === 'failed' && isHard(status, words),
      status,
      server: server || mail.senderDomain,
      diagnostic: printable(diagnostic || essence(mail.text)),
    };
  }
  return readWords(mail);
}

/** Systems that know no RFC 3464 write for people: the words and numbers they use are all there is. */
function readWords(mail: ReceivedMail): Report | undefined {
  const { subject, text } = mail;
  const isReport =
    FAILED.test(subject) ||
    DELAYED.test(subject) ||
    mail.header('x-failed-recipients') !== '' ||
    (mail.isFromDaemon && (FAILED.test(text) || DELAYED.test(text) || CODE.test(text)));
  if (!isReport) return undefined;
  const hasFailed = FAILED.test(subject) || !DELAYED.test(subject);
  const isDelayed = DELAYED.test(`${subject}\n${text}`) && !GAVE_UP.test(text);
  const status = statusIn(text);
  const reported = isDelayed && !(hasFailed && status?.startsWith('5')) ? 'delayed' : 'failed';
  return {
    reported,
    isHard: reported === 'failed' && isHard(status, text),
    status,
    server:
      /\b(?:host|server|by|from)\s+([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(text)?.[1] ??
      mail.senderDomain,
    diagnostic: printable(essence(text)),
  };
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
