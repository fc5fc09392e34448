import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { RecordCopy } from '../../../src/office/dispatches/record-copy.entity.ts';

/** Whether the file can prove itself for years already, or still waits for the timestamp service. */
export function RecordCopyState({ copy }: { copy: RecordCopy }) {
  if (copy.archivedAt) {
    return (
      <p>
        Đã ký số. Đã có dấu thời gian lưu trữ ({vietnamTime(copy.archivedAt)}).{' '}
        <a href={`/dispatches/${copy.dispatchId}/record-copy.pdf`}>Mở bản lưu (PDF)</a>
      </p>
    );
  }
  return (
    <div class="notice">
      <p>
        Đã ký số; dấu thời gian lưu trữ đang chờ dịch vụ: đã thử {copy.attempts} lần, thử lại từ{' '}
        {vietnamTime(copy.dueAt)}.
      </p>
      {copy.problem && <p>{copy.problem}</p>}
    </div>
  );
}
