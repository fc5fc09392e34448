import type { RecallStatus } from '../../src/recalling/recall-facts.ts';

export const RECALL_STATUS_NAMES: Record<RecallStatus, string> = {
  13: 'Chờ trả lời thu hồi',
  15: 'Đồng ý thu hồi',
  16: 'Không đồng ý thu hồi',
};

export const RECALL_ANSWER_NAMES = {
  agreed: 'Đồng ý thu hồi',
  refused: 'Không đồng ý thu hồi',
  removed: 'Xác nhận đã xóa tệp',
} as const;
