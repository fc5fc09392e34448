import type { AnswerMethod } from '../../delivery/answer-methods.ts';
import type { ExchangeStatus } from './exchange-status.ts';
import type { RefusalReason } from './refusal.entity.ts';

export const REFUSAL_REASON_NAMES: Record<RefusalReason, string> = {
  'wrong-addressee': 'Gửi không đúng nơi nhận',
  'unreadable-file': 'Không mở được tệp',
  'invalid-signature': 'Chữ ký số không hợp lệ',
  duplicate: 'Đã nhận văn bản này rồi',
  other: 'Lý do khác',
};

export const STATUS_NAMES: Record<ExchangeStatus, string> = {
  1: 'Đã đến',
  2: 'Từ chối tiếp nhận',
  3: 'Đã tiếp nhận',
  4: 'Đã phân công xử lý',
  5: 'Đang xử lý',
  6: 'Hoàn thành',
};

export const HOW_NAMES: Record<AnswerMethod, string> = {
  link: 'qua liên kết trong thư',
  account: 'qua tài khoản',
  telephone: 'qua điện thoại',
  paper: 'bằng bản giấy',
  api: 'qua hệ thống của cơ quan',
};
