import type { RecallStanding } from './recall-standing.ts';
import type { RecallStatus } from './recall-facts.ts';

export const RECALL_STATUS_NAMES: Record<RecallStatus, string> = {
  13: 'Chờ trả lời thu hồi',
  15: 'Đồng ý thu hồi',
  16: 'Không đồng ý thu hồi',
};

export const RECALL_STANDING_NAMES: Record<RecallStanding, string> = {
  underWay: 'Đang gửi dở',
  cancelled: 'Chưa gửi, đã hủy gửi',
  unanswered: 'Chờ trả lời (13)',
  agreed: 'Đồng ý (15)',
  removed: 'Đồng ý (15), đã xóa tệp',
  refused: 'Không đồng ý (16)',
};

export const RECALL_ANSWER_NAMES = {
  agreed: 'Đồng ý thu hồi',
  refused: 'Không đồng ý thu hồi',
  removed: 'Xác nhận đã xóa tệp',
} as const;
