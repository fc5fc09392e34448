import type { RecipientState } from './tracking.schemas.ts';

export const RECIPIENT_STATE_NAMES: Record<RecipientState, string> = {
  acknowledged: 'Đã tiếp nhận',
  delivered: 'Đã gửi tới',
  waiting: 'Đang gửi',
  refused: 'Trả lại',
  failed: 'Gửi hỏng',
  unreachable: 'Chưa có địa chỉ',
  withdrawn: 'Đã rút',
};

/** `35 phút`, `2 giờ 15 phút`, `3 ngày 4 giờ`. */
export function duration(minutes: number): string {
  if (minutes < 1) return 'dưới 1 phút';
  if (minutes < 60) return `${minutes} phút`;
  const [whole, rest, unit, part] =
    minutes < 1440
      ? [Math.floor(minutes / 60), minutes % 60, 'giờ', 'phút']
      : [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), 'ngày', 'giờ'];
  return `${whole} ${unit}${rest ? ` ${rest} ${part}` : ''}`;
}

/** Rounded down, so that 100 means all of them; `<1` when there are some. */
export const percent = (part: number, whole: number): string => {
  const floor = whole ? Math.floor((100 * part) / whole) : 0;
  return floor === 0 && part > 0 ? '<1' : String(floor);
};

/** Thousands apart, as on paper in Vietnam: `10.000`. */
export const count = (value: number): string => value.toLocaleString('vi-VN');

export const REPLY_NAMES = {
  owed: 'Chưa trả lời',
  late: 'Quá hạn trả lời',
  given: 'Đã trả lời',
} as const;
