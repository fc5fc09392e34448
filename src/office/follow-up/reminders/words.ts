import type { Concern, ReminderStep, Rung } from './reminder-step.entity.ts';

export const RUNG_NAMES: Record<Rung, string> = {
  recipient: 'Nơi nhận',
  clerk: 'Văn thư',
  head: 'Người đứng đầu',
  parent: 'Cơ quan cấp trên của nơi nhận',
  telephone: 'Danh sách gọi điện',
};

const UNITS = { minutes: 'phút', hours: 'giờ', days: 'ngày' };

export const CONCERN_NAMES: Record<Concern, string> = {
  acknowledgement: 'xác nhận',
  reply: 'trả lời',
};

/** `2 giờ làm việc trước hạn`, `đúng hạn`, `1 ngày sau hạn trả lời`. */
export function timing({
  concerns,
  amount,
  unit,
  counted,
}: Pick<ReminderStep, 'amount' | 'unit' | 'counted'> & { concerns?: Concern }): string {
  const deadline = concerns === 'reply' ? 'hạn trả lời' : 'hạn';
  if (amount === 0) return `đúng ${deadline}`;
  const worked = counted === 'working' ? ' làm việc' : '';
  return `${Math.abs(amount)} ${UNITS[unit]}${worked} ${amount < 0 ? 'trước' : 'sau'} ${deadline}`;
}
