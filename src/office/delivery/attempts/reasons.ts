import type { DeliveryAttempt } from '../delivery-attempt.entity.ts';
import { isSameMailbox } from '../bounces/address-in-report.ts';
import { causeOf } from '../bounces/hardness.ts';
import type { Cause } from '../bounces/rules/rule.ts';
import type { DeliveryReport } from '../delivery-report.entity.ts';
import { statusIn } from './status-code.ts';
import { TOO_LARGE, FOR_NOW, BY_STATUS, BY_CAUSE, BY_CODE, BY_STAGE } from './reason-words.ts';

type Known = Pick<DeliveryAttempt, 'outcome' | 'stage' | 'replyCode' | 'reply'> &
  Partial<Pick<DeliveryAttempt, 'channel'>>;

function reasonOfHttp(code: number): string {
  if (code === 401 || code === 403) {
    return 'Hệ thống của nơi nhận không chấp nhận chữ ký. Kiểm tra khóa webhook với cơ quan nhận.';
  }
  if (code === 404 || code === 410) return 'Địa chỉ webhook không còn. Hỏi lại cơ quan nhận.';
  if (code >= 300 && code < 400) return 'Webhook trỏ sang nơi khác. Sửa địa chỉ webhook.';
  if (code === 429) return 'Hệ thống của nơi nhận đang bận.';
  if (code >= 500) return 'Hệ thống của nơi nhận đang có trục trặc.';
  return 'Hệ thống của nơi nhận từ chối thông báo này. Liên hệ cơ quan nhận.';
}

function reasonOfAddress({ channel, reply }: Known): string {
  if (channel === 'webhook' && reply.includes('INSTALLATION_SECRET')) {
    return 'Khóa webhook của cơ quan này không mở được nữa vì khóa bí mật của hệ thống đã đổi. Tạo khóa mới ở Danh bạ, mục Kênh gửi.';
  }
  if (channel === 'webhook') {
    return 'Địa chỉ webhook này không dùng được. Sửa ở Danh bạ, mục Kênh gửi.';
  }
  if (!reply.includes('SMTPUTF8')) return BY_STAGE.address;
  return 'Máy chủ thư không gửi tới địa chỉ có dấu. Hỏi cơ quan nhận địa chỉ không dấu.';
}

const ENCRYPTION = /certificate|altname|\bTLS\b/i;
const GREYLISTED = /gr[ae]y.?list/i;

/** What a refusal means for the clerk, in one or two sentences; empty for a mail that was taken. */
export function reasonOf(known: Known): string {
  const { outcome, stage, replyCode, reply } = known;
  if (outcome === 'accepted') return '';
  if (stage === 'address') return reasonOfAddress(known);
  if (stage === 'login') return BY_STAGE.login;
  if (stage === 'connection' && ENCRYPTION.test(reply)) {
    return 'Không mở được kênh mã hóa với máy chủ thư: thiếu TLS hoặc chứng thư sai. Báo quản trị viên.';
  }
  if (replyCode === null) return outcome === 'permanent' ? TOO_LARGE : BY_STAGE[stage];
  if (stage === 'answer') return reasonOfHttp(replyCode);
  if (GREYLISTED.test(reply)) return 'Máy chủ thư hẹn gửi lại sau ít phút (chống thư rác).';
  const status = statusIn(reply);
  if (stage === 'recipient' && replyCode >= 500) {
    const said = reasonOfCause(causeOf(status, reply), status);
    if (said) return said;
  }
  return reasonOfStatus(status) ?? BY_CODE[replyCode] ?? general(replyCode);
}

/** The code says more than the cause as long as the two agree. */
function reasonOfCause(cause: Cause, status: string | null): string | undefined {
  const ofStatus = status ? causeOf(status, '') : 'unknown';
  return ofStatus === cause || cause === 'unknown' ? reasonOfStatus(status) : BY_CAUSE[cause];
}

/** `status` is an enhanced status code such as `5.1.1`; undefined when it says nothing to a clerk. */
export function reasonOfStatus(status: string | null): string | undefined {
  if (!status) return undefined;
  const known = status.startsWith('4') ? [...FOR_NOW, ...BY_STATUS] : BY_STATUS;
  return known.find(([pattern]) => pattern.test(status.slice(2)))?.[1];
}

type ReportedFailure = Pick<DeliveryReport, 'status' | 'isHard'> &
  Partial<Pick<DeliveryReport, 'cause' | 'failedAddress'>>;

/** What a report of failure means for the clerk; `writtenTo` is the address the mail went to. */
export function reasonOfReport(report: ReportedFailure, writtenTo?: string): string {
  const { status, isHard, cause, failedAddress } = report;
  if (failedAddress && writtenTo && !isSameMailbox(failedAddress, writtenTo)) {
    return (
      `Nơi nhận đã nhận thư rồi chuyển tiếp tới ${failedAddress}, nhưng không tới được địa chỉ đó. ` +
      'Đề nghị cơ quan nhận kiểm tra việc chuyển tiếp thư.'
    );
  }
  const said = cause ? reasonOfCause(cause, status) : reasonOfStatus(status);
  if (said) return said;
  if (isHard) return BY_CAUSE.recipient!;
  return 'Máy chủ thư đã nhận, rồi báo lại là không chuyển được tới hộp thư. Liên hệ cơ quan nhận.';
}

const general = (code: number) =>
  code >= 500
    ? 'Máy chủ thư từ chối thư này. Liên hệ cơ quan nhận.'
    : 'Máy chủ thư tạm thời chưa nhận.';
