/** Where a recipient stands; which one holds is decided in `database/computed/recipient-status.sql`. */
export const RECIPIENT_STATES = [
  'acknowledged',
  'delivered',
  'waiting',
  'refused',
  'failed',
  'unreachable',
  'withdrawn',
] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

export const RECIPIENT_STATE_NAMES: Record<RecipientState, string> = {
  acknowledged: 'Đã tiếp nhận',
  delivered: 'Đã gửi tới',
  waiting: 'Đang gửi',
  refused: 'Từ chối tiếp nhận',
  failed: 'Gửi hỏng',
  unreachable: 'Chưa có địa chỉ',
  withdrawn: 'Đã rút',
};

export const REPLY_NAMES = {
  owed: 'Chưa trả lời',
  late: 'Quá hạn trả lời',
  given: 'Đã trả lời',
} as const;
