import { shortDate } from '../../platform/time/vietnam-time.ts';
import type { OfficeHead } from '../accounts/office-head.entity.ts';
import type { Circulation, DispatchState, Relation, Urgency } from './dispatch.entity.ts';

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

export const CIRCULATION_NAMES: Record<Circulation, string> = {
  'return-after-reading': 'Xem xong trả lại',
  internal: 'Lưu hành nội bộ',
};

export const RELATION_DONE: Record<Relation, string> = {
  replaces: 'thay thế',
  corrects: 'đính chính',
};

/** What keeps a dispatch that was signed under a former letterhead from being issued, and what to do. */
export function signedUnder(former: OfficeHead, head: OfficeHead): string {
  const since = head.validFrom ? ` từ ngày ${shortDate(head.validFrom)}` : '';
  return `Văn bản ký khi đầu văn bản còn ghi “${former.name}”; đầu văn bản đã đổi${since}. Trả lại người soạn để trình và ký lại trên trang có đầu mới.`;
}
