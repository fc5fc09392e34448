import type { FieldError } from '../../../src/platform/web/invalid-input.ts';
import { Field } from '../../platform/components/field.tsx';

const EXAMPLE = `mã;tên;loại;từ ngày;đến ngày;mã kế thừa;tên mới từ ngày
UBND.1;Ủy ban nhân dân xã Mới;commune;2025-07-01;;;
UBND.12433;;;;2025-06-30;UBND.1;`;

/** `lines.12.email` is line 12, column email. */
function where(path: string): string {
  const [, line, column] = path.split('.');
  return column ? `Dòng ${line}, cột ${column}` : `Dòng ${line}`;
}

export function ImportForm({ faults }: { faults?: FieldError[] }) {
  return (
    <section>
      <h2>Nhập từ tệp CSV hoặc Excel</h2>
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
      <form
        method="post"
        action="/directory/import"
        enctype="multipart/form-data"
        class="stack measure"
      >
        <Field
          id="file"
          label="Tệp .csv (UTF-8) hoặc .xlsx"
          hint="Dòng đầu là tên cột: code (mã), name (tên), kind (loại), parent_code (mã cấp trên), email (thư điện tử), telephone (điện thoại), valid_from (từ ngày), valid_to (đến ngày), successor_code (mã kế thừa, nhiều mã cách nhau bằng |), name_from (tên mới từ ngày), area (khu vực), area_from (khu vực từ ngày), identifier (mã định danh điện tử), old_identifier (mã định danh cũ), unit_code (mã đơn vị hành chính), identifier_from (mã định danh từ ngày). Mã đã có thì chỉ ghi ô thay đổi: ô trống giữ nguyên, ghi dấu - để xóa."
        >
          <input id="file" type="file" name="file" accept=".csv,.xlsx,text/csv" />
        </Field>
        <Field
          id="rows"
          label="Hoặc ghi thẳng các dòng"
          hint="Sáp nhập: dòng của cơ quan mới, rồi mỗi cơ quan kết thúc một dòng có ngày và mã kế thừa. Giải thể: bỏ trống mã kế thừa. Đổi tên: ghi tên mới và ngày bắt đầu tên mới."
        >
          <textarea id="rows" name="rows" rows={5} placeholder={EXAMPLE} spellcheck={false} />
        </Field>
        <Field id="title" label="Tên đợt thay đổi (không bắt buộc)">
          <input id="title" name="title" placeholder="Sắp xếp đơn vị hành chính từ 01/7/2025" />
        </Field>
        <Field id="basis" label="Căn cứ (không bắt buộc)">
          <input id="basis" name="basis" placeholder="Nghị quyết số …" />
        </Field>
        <button>Xem trước thay đổi</button>
        <p class="muted">Chưa ghi gì vào danh bạ cho tới khi xem và xác nhận ở bước sau.</p>
      </form>
    </section>
  );
}
