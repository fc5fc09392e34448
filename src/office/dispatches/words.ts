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
