import type { ReminderStep, Rung } from '../../src/reminding/reminder-step.entity.ts';

export const RUNG_NAMES: Record<Rung, string> = {
  recipient: 'Nơi nhận',
  clerk: 'Văn thư',
  head: 'Người đứng đầu',
  parent: 'Cơ quan cấp trên của nơi nhận',
  telephone: 'Danh sách gọi điện',
};

const UNITS = { minutes: 'phút', hours: 'giờ', days: 'ngày' };

/** `2 giờ làm việc trước hạn`, `đúng hạn`, `1 ngày sau hạn`. */
export function timing({
  amount,
  unit,
  counted,
}: Pick<ReminderStep, 'amount' | 'unit' | 'counted'>): string {
  if (amount === 0) return 'đúng hạn';
  const worked = counted === 'working' ? ' làm việc' : '';
  return `${Math.abs(amount)} ${UNITS[unit]}${worked} ${amount < 0 ? 'trước' : 'sau'} hạn`;
}
