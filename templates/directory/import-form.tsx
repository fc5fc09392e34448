import type { ImportCounts } from '../../src/directory/agency-import.ts';
import type { FieldError } from '../../src/web/invalid-input.ts';

export interface ImportOutcome {
  imported?: ImportCounts;
  faults?: FieldError[];
}

/** `lines.12.email` is line 12, column email. */
function where(path: string): string {
  const [, line, column] = path.split('.');
  return column ? `Dòng ${line}, cột ${column}` : `Dòng ${line}`;
}

export function ImportForm({ imported, faults }: ImportOutcome) {
  return (
    <section>
      <h2>Nhập từ tệp CSV</h2>
      {imported && (
        <p class="done" role="status">
          Đã thêm {imported.created}, cập nhật {imported.updated}.
        </p>
      )}
      {faults && (
        <div class="error" role="alert">
          <p>Chưa nhập dòng nào. Sửa {faults.length} chỗ sau rồi nhập lại:</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault.path}>
                {where(fault.path)}: {fault.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action="/directory/import" enctype="multipart/form-data" class="stack">
        <label for="file">Tệp CSV (UTF-8)</label>
        <small>
          Các cột: code, name, kind; tùy chọn parent_code, email, valid_from, valid_to,
          successor_code. Mã đã có thì cập nhật; chỉ nhập khi mọi dòng đều đúng.
        </small>
        <input id="file" type="file" name="file" accept=".csv,text/csv" required />
        <button>Nhập</button>
      </form>
    </section>
  );
}
