import type { ReceivedMail } from './received-mail.ts';

const AWAY =
  /out of (the )?office|auto(matic|mated)?[- ]?(reply|response|antwort)|auto-?reply|vacation|away from|on leave|abwesen|absence|vắng mặt|nghỉ phép|trả lời tự động|tự động trả lời|thư (trả lời )?tự động|đi công tác|автоответ|自動応答|自动回复/iu;
const CHALLENGE =
  /verify (that )?you|confirm (your|that you|delivery|sender)|(sender|address) (verification|confirmation)|challenge|whitelist|boxtrapper|spamarrest|tmda|xác (minh|nhận) (bạn|người gửi|địa chỉ)|(bấm|nhấn) vào liên kết để (thư|gửi)/iu;
const READ = /^(read|đã đọc|not read|đã xem)\s*:/iu;

/**
 * Mail that nobody wrote and that is no report of delivery: out of office, a question whether a human
 * sent it, a receipt that it was read (RFC 8098), a complaint (RFC 5965).
 */
export function isAutomatic(mail: ReceivedMail): boolean {
  if (/disposition-notification|feedback-report/.test(mail.reportType)) return true;
  if (READ.test(mail.subject)) return true;
  const marks = [
    'x-autoreply',
    'x-autorespond',
    'x-auto-reply',
    'x-vacation',
    'x-boxtrapper-queue',
  ];
  if (marks.some((name) => mail.header(name) !== '')) return true;
  if (/^auto_?reply$/i.test(mail.header('precedence'))) return true;
  if (mail.fields) return false;
  if (AWAY.test(mail.subject) || CHALLENGE.test(mail.subject)) return true;
  const isReply = /^auto-replied/i.test(mail.header('auto-submitted'));
  return isReply && !mail.isFromDaemon && (AWAY.test(mail.text) || !/\b[45]\d\d\b/.test(mail.text));
}
