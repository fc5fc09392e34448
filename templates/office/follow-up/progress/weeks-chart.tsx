import type { Week } from '../../../../src/office/follow-up/progress/board.schemas.ts';
import { type Words, SharesChart } from './shares-chart.tsx';

const RECEIPTS: Words = {
  title: 'Đúng hạn theo tuần phát hành',
  share: 'Tỷ lệ xác nhận đúng hạn theo tuần',
  whole: 'Lượt gửi',
  parts: {
    punctual: 'Đúng hạn',
    tardy: 'Xác nhận muộn',
    late: 'Quá hạn, chưa xác nhận',
    open: 'Chưa tới hạn, từ chối',
  },
};

const ANSWERS: Words = {
  title: 'Trả lời theo tuần phát hành',
  share: 'Tỷ lệ trả lời đúng hạn theo tuần',
  whole: 'Lượt cần trả lời',
  parts: {
    punctual: 'Trả lời đúng hạn',
    tardy: 'Trả lời muộn',
    late: 'Quá hạn, chưa trả lời',
    open: 'Chưa tới hạn, từ chối',
  },
};

/** What became of the deliveries of each week; the table below says the same. */
export const WeeksChart = ({ weeks }: { weeks: Week[] }) => (
  <SharesChart weeks={weeks} words={RECEIPTS} />
);

/** The same of the answers that its dispatches want. */
export const AnswersChart = ({ weeks }: { weeks: Week[] }) => (
  <SharesChart weeks={weeks.map((week) => ({ ...week, ...week.replies }))} words={ANSWERS} />
);
