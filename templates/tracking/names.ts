import type { RecipientState } from '../../src/tracking/tracking.schemas.ts';

export const RECIPIENT_STATE_NAMES: Record<RecipientState, string> = {
  acknowledged: 'Đã tiếp nhận',
  delivered: 'Đã gửi tới',
  waiting: 'Đang gửi',
  failed: 'Gửi hỏng',
  unreachable: 'Chưa có địa chỉ',
};
