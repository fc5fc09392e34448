import { count } from '../../../../src/platform/text/words.ts';
import type { RecallCounts } from '../../../../src/office/recipients/recalls/recall.schemas.ts';

/** On the page of progress: that it was recalled, and how far that is. */
export function RecallBox({ dispatchId, counts }: { dispatchId: string; counts: RecallCounts }) {
  if (counts.total === 0) return null;
  const asked = counts.total - counts.cancelled - counts.underWay;
  return (
    <p class="notice" role="status">
      <strong>Đã thu hồi ở {count(counts.total)} nơi nhận</strong>: {count(counts.cancelled)} nơi
      chưa gửi; {count(counts.agreed + counts.removed)}/{count(asked)} nơi đã nhận đồng ý,{' '}
      {count(counts.removed)} nơi đã xóa tệp, {count(counts.refused)} nơi không đồng ý,{' '}
      {count(counts.unanswered)} nơi chưa trả lời.{' '}
      <a href={`/dispatches/${dispatchId}/recall`}>Xem việc thu hồi</a>
    </p>
  );
}
