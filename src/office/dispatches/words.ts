import { shortDate } from '../../platform/time/vietnam-time.ts';
import type { OfficeHead } from '../accounts/office-head.entity.ts';
import type { UrgencyMark } from '../../engines/page/official-document.ts';
import { subjectOf } from '../../engines/page/document-types.ts';
import type {
  Circulation,
  Dispatch,
  DispatchState,
  Reading,
  Relation,
  Urgency,
} from './dispatch.entity.ts';
import { reference } from './number-words.ts';

export const STATE_NAMES: Record<DispatchState, string> = {
  draft: 'Dự thảo',
  submitted: 'Chờ ký',
  returned: 'Trả lại',
  signed: 'Chờ phát hành',
  issued: 'Đã phát hành',
};

export const URGENCY_NAMES: Record<Urgency, string> = {
  normal: 'Thường',
  urgent: 'Khẩn',
  'very-urgent': 'Thượng khẩn',
  express: 'Hỏa tốc',
};

/** As it is stamped (Decree 30/2020/NĐ-CP, Annex I, III.2.b). */
export const URGENCY_MARKS: Record<Urgency, UrgencyMark | undefined> = {
  normal: undefined,
  urgent: 'KHẨN',
  'very-urgent': 'THƯỢNG KHẨN',
  express: 'HỎA TỐC',
};

/** The subject of a mail about a dispatch: how urgent it is comes first. */
export function urgentFirst({ urgency }: { urgency: Urgency }, subject: string): string {
  const mark = URGENCY_MARKS[urgency];
  return mark ? `${mark} - ${subject}` : subject;
}

/** The subject of the mail that brings a dispatch: `HỎA TỐC - 12/STTTT-VP: V/v …`. */
export const mailSubject = (dispatch: Dispatch): string =>
  urgentFirst(dispatch, `${reference(dispatch)}: ${subjectOf(dispatch)}`);

export const CIRCULATION_NAMES: Record<Circulation, string> = {
  'return-after-reading': 'Xem xong trả lại',
  internal: 'Lưu hành nội bộ',
};

export const READING_NAMES: Record<Reading, string> = {
  office: 'Cả cơ quan',
  restricted: 'Hạn chế đọc',
};

/** Why somebody reads what is restricted. */
export const READER_REASONS = {
  drafter: 'Người soạn',
  unit: 'Cùng đơn vị soạn thảo',
  signatory: 'Người ký',
  clerk: 'Văn thư',
  named: 'Được chọn thêm',
} as const;

export const RELATION_DONE: Record<Relation, string> = {
  replaces: 'thay thế',
  corrects: 'đính chính',
};

/** What keeps a dispatch that was signed under a former letterhead from being issued, and what to do. */
export function signedUnder(former: OfficeHead, head: OfficeHead): string {
  const since = head.validFrom ? ` từ ngày ${shortDate(head.validFrom)}` : '';
  return `Văn bản ký khi đầu văn bản còn ghi “${former.name}”; đầu văn bản đã đổi${since}. Trả lại người soạn để trình và ký lại trên trang có đầu mới.`;
}
