import { RECIPIENT_STATES } from '../../office/recipient-words.ts';
import { RECIPIENT_STATE_NAMES } from '../../office/recipient-words.ts';
import { type Counts, type Progress } from '../../office/follow-up/progress/tracking.schemas.ts';
import type { DemoReport } from './report.ts';

const FIRST = 36;
const OTHER = 17;

/** Kind of agency × state, as text. */
export function statusTable(report: DemoReport, { kinds, total }: Progress): string {
  const states = RECIPIENT_STATES.filter((state) => total[state] > 0);
  const cells = (counts: Counts) =>
    [...states, 'total' as const].map((key) => String(counts[key]).padStart(OTHER));
  const head = [...states.map((state) => RECIPIENT_STATE_NAMES[state]), 'Tổng'];
  const width = FIRST + OTHER * head.length;
  return [
    '',
    `  Văn bản số ${report.number}: ${report.delivered}/${report.recipients} nơi nhận đã được gửi tới`,
    `  trong ${report.seconds} giây, hộp thư nhận ${report.mailsReceived} thư.`,
    '',
    `  ${'Loại cơ quan'.padEnd(FIRST)}${head.map((name) => name.padStart(OTHER)).join('')}`,
    `  ${'─'.repeat(width)}`,
    ...kinds.map(({ name, counts }) => `  ${name.padEnd(FIRST)}${cells(counts).join('')}`),
    `  ${'─'.repeat(width)}`,
    `  ${'Cộng'.padEnd(FIRST)}${cells(total).join('')}`,
  ].join('\n');
}
