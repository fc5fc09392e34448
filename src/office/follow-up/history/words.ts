import type { ReminderStep } from '../reminders/reminder-step.entity.ts';
import { RUNG_NAMES, timing } from '../reminders/words.ts';
import { shortDate } from '../../../platform/time/vietnam-time.ts';

type Details = Record<string, unknown>;

/** Each verb of a dispatch's journal as a person says it; one that is not here is shown as it is. */
export const VERBS: Record<string, string> = {
  drafted: 'Soạn dự thảo',
  revised: 'Sửa dự thảo',
  submitted: 'Trình ký',
  'taken-back': 'Rút lại để sửa',
  returned: 'Trả lại để sửa',
  signed: 'Ký',
  'drafter-changed': 'Chuyển người soạn',
  'signatory-changed': 'Chuyển người ký',
  'asked-to-sign': 'Chọn ký cùng lượt',
  numbered: 'Lấy số',
  issued: 'Phát hành',
  replaced: 'Được thay thế',
  corrected: 'Được đính chính',
  archived: 'Đóng dấu thời gian lưu trữ',
  'delivery-paused': 'Tạm dừng gửi',
  'delivery-resumed': 'Gửi tiếp',
  'sent-again': 'Gửi lại',
  'webhook-replayed': 'Phát lại webhook',
  'reading-set': 'Đổi ai được đọc',
  exported: 'Tải danh sách nơi nhận',
  read: 'Xem văn bản',
  acknowledged: 'Xác nhận tiếp nhận',
  refused: 'Từ chối tiếp nhận',
  reported: 'Báo tình hình xử lý',
  'entered-acknowledgement': 'Ghi hộ xác nhận',
  'confirmed-acknowledgement': 'Kiểm tra và xác nhận hộ',
  'inbox-opened': 'Mở tài khoản cho nơi nhận',
  'inbox-closed': 'Đóng tài khoản của nơi nhận',
  replied: 'Trả lời văn bản',
  'entered-reply': 'Ghi hộ trả lời',
  reminded: 'Nhắc',
  'answered-refusal': 'Trả lời việc từ chối',
  recalled: 'Thu hồi',
  'recall-answered': 'Trả lời việc thu hồi',
};

const REASONS: Record<string, string> = {
  'wrong-addressee': 'sai nơi nhận',
  'unreadable-file': 'không đọc được tệp',
  'invalid-signature': 'chữ ký không hợp lệ',
  duplicate: 'trùng văn bản',
  other: 'lý do khác',
};

const WAYS: Record<string, string> = {
  link: 'qua liên kết',
  account: 'bằng tài khoản',
  telephone: 'qua điện thoại',
  paper: 'bằng giấy',
  api: 'qua API',
};

const RECALL_ANSWERS: Record<string, string> = {
  agreed: 'đồng ý',
  refused: 'không đồng ý',
  removed: 'đã xóa tệp',
};

const STATUSES: Record<number, string> = { 4: 'đã phân công', 5: 'đang xử lý', 6: 'hoàn thành' };

export const verbName = (verb: string): string => VERBS[verb] ?? verb;

/** What else the entry says, in a few words. */
export function remark(verb: string, details: Details): string {
  const { number, date, recipients, revision, how, reason, status, voidedNumber } = details;
  const parts: string[] = [];
  if (verb === 'issued') {
    parts.push(
      `số ${String(number)} ngày ${shortDate(String(date))}, ${String(recipients)} nơi nhận`,
    );
  }
  if (verb === 'numbered' || verb === 'replaced' || verb === 'corrected')
    parts.push(`số ${String(number)} ngày ${shortDate(String(date))}`);
  if (typeof voidedNumber === 'number') parts.push(`bỏ số ${voidedNumber}`);
  if (verb === 'revised') parts.push(`lần lưu ${String(revision)}`);
  if (verb === 'reported') parts.push(STATUSES[Number(status)] ?? '');
  if (verb === 'refused') parts.push(REASONS[String(reason)] ?? String(reason));
  if (verb === 'recalled') parts.push(`${String(recipients)} nơi nhận`);
  if (verb === 'recall-answered') parts.push(RECALL_ANSWERS[String(details.answer)] ?? '');
  if (typeof how === 'string') parts.push(WAYS[how] ?? how);
  if (verb === 'reading-set') parts.push(readingSet(details));
  if (verb === 'reminded') parts.push(reminded(details));
  return parts.filter(Boolean).join(', ');
}

function readingSet({ reading, added, removed }: Details): string {
  const count = (ids: unknown) => (Array.isArray(ids) ? ids.length : 0);
  const parts = [reading === 'office' ? 'cả cơ quan' : 'hạn chế đọc'];
  if (count(added) > 0) parts.push(`nêu thêm ${count(added)} người`);
  if (count(removed) > 0) parts.push(`bỏ ${count(removed)} người`);
  return parts.join(', ');
}

function reminded(details: Details): string {
  const step = details as unknown as ReminderStep & { recipients: number };
  return `${RUNG_NAMES[step.rung]}, ${timing(step)}, ${step.recipients} nơi`;
}
