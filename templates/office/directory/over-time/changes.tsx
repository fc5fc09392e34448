import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { DirectoryChange } from '../../../../src/office/directory/over-time/directory-change.entity.ts';
import type { FieldError } from '../../../../src/platform/web/invalid-input.ts';
import { ImportForm } from '../import-form.tsx';

export function ChangesPage({
  changes,
  faults,
}: {
  changes: DirectoryChange[];
  faults?: FieldError[];
}) {
  return (
    <>
      <p class="muted">
        <a href="/directory">‹ Danh bạ</a>
      </p>
      <h1>Thay đổi danh bạ</h1>
      <ImportForm faults={faults} />
      <h2>Gần đây</h2>
      {changes.length === 0 && <p class="muted">Chưa có thay đổi nào được nhập từ tệp.</p>}
      <ul class="plain things">
        {changes.map(({ id, title, basis, proposedAt, appliedAt }) => (
          <li key={id}>
            <span>
              <a href={`/directory/changes/${id}`}>{title}</a>
              {basis && <small>{basis}</small>}
            </span>
            {appliedAt ? (
              <span class="muted">Đã thực hiện {vietnamTime(appliedAt)}</span>
            ) : (
              <span class="tag waiting">Chờ xác nhận từ {vietnamTime(proposedAt)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
