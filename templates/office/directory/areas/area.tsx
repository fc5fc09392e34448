import type { AreaMembers } from '../../../../src/office/directory/areas/areas.service.ts';
import { count } from '../../../../src/platform/text/words.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { FormErrors } from '../../../../src/platform/web/form.ts';
import { Field } from '../../../platform/components/field.tsx';
import { Pager } from '../../../platform/components/pager.tsx';

interface AreaProps {
  area: AreaMembers;
  page: number;
  pageSize: number;
  typed: Record<string, string>;
  errors: FormErrors;
  today: string;
  mayChange: boolean;
}

/** Who lies in an area today, and who comes and goes. */
export function AreaPage(props: AreaProps) {
  const { area, page, pageSize, mayChange } = props;
  return (
    <>
      <p class="muted">
        <a href="/directory/areas">‹ Khu vực</a>
      </p>
      <h1>{area.name}</h1>
      <p class="muted">
        {count(area.total)} cơ quan hôm nay
        {area.validTo && `. Kết thúc hết ngày ${shortDate(area.validTo)}`}
      </p>
      {area.total > 0 && (
        <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
          <table class="stacked">
            <thead>
              <tr>
                <th>Mã</th>
                <th>Tên</th>
                <th>Từ ngày</th>
              </tr>
            </thead>
            <tbody>
              {area.members.map(({ id, code, name, validFrom, validTo }) => (
                <tr key={id}>
                  <td data-name="Mã">{code}</td>
                  <td>
                    <a href={`/directory/agencies/${id}`}>{name}</a>
                  </td>
                  <td data-name="Từ ngày">
                    {shortDate(validFrom)}
                    {validTo && <small> đến hết {shortDate(validTo)}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager {...{ page, pageSize }} total={area.total} href={(at) => `?page=${at}`} />
      {mayChange && (
        <>
          {area.validTo === null && <Moving {...props} />}
          <Naming {...props} />
          <Ending {...props} />
        </>
      )}
    </>
  );
}

function Moving({ area, typed, errors, today }: AreaProps) {
  return (
    <form method="post" action={`/directory/areas/${area.id}/agencies`} class="stack measure">
      <h2>Đưa vào, đưa ra</h2>
      <Field
        id="codes"
        label="Mã cơ quan"
        hint="Mỗi dòng một mã, lấy ở cột đầu của Danh bạ. Nhiều hơn thì dùng cột khu vực của tệp nhập danh bạ."
        error={errors.codes}
      >
        <textarea id="codes" name="codes" rows={5} placeholder="UBND.12436">
          {typed.codes}
        </textarea>
      </Field>
      <label class="check">
        <input type="checkbox" name="withBelow" value="true" checked />
        Kéo theo các đơn vị trực thuộc, ví dụ đài truyền thanh của xã
      </label>
      <Field
        id="from"
        label="Từ ngày"
        hint="Trước ngày này cơ quan vẫn thuộc khu vực cũ."
        error={errors.from}
      >
        <input id="from" name="from" type="date" value={typed.from ?? today} required />
      </Field>
      <div class="actions">
        <button class="primary" name="way" value="in">
          Đưa vào khu vực này
        </button>
        <button name="way" value="out">
          Đưa ra, không thuộc khu vực nào
        </button>
      </div>
    </form>
  );
}

const Naming = ({ area, typed, errors }: AreaProps) => (
  <>
    <h2>Đổi tên</h2>
    <form method="post" action={`/directory/areas/${area.id}`} class="stack measure">
      <Field id="name" label="Tên khu vực" error={errors.name}>
        <input id="name" name="name" value={typed.name ?? area.name} required />
      </Field>
      <button>Lưu tên</button>
    </form>
  </>
);

function Ending({ area, typed, errors, today }: AreaProps) {
  const action = (what: string) => `/directory/areas/${area.id}/${what}`;
  if (area.validTo !== null) {
    return (
      <form method="post" action={action('reopening')} class="stack measure">
        <h2>Mở lại</h2>
        <p class="muted">
          {area.validTo < today
            ? 'Khu vực lại nhận cơ quan; các cơ quan đã ra khi kết thúc phải đưa vào lại.'
            : 'Bỏ ngày kết thúc: các cơ quan sẽ ra cùng ngày ấy ở lại, khu vực lại nhận cơ quan.'}
        </p>
        <button>Mở lại khu vực</button>
      </form>
    );
  }
  return (
    <>
      <h2>Kết thúc, xóa</h2>
      <form method="post" action={action('end')} class="stack measure">
        <Field
          id="endFrom"
          label="Không còn từ ngày"
          hint="Từ ngày này các cơ quan không thuộc khu vực nào; số liệu của những ngày trước giữ nguyên."
          error={errors.endFrom}
        >
          <input id="endFrom" name="from" type="date" value={typed.endFrom ?? today} required />
        </Field>
        <button>Kết thúc khu vực</button>
      </form>
      <form method="post" action={action('removal')} class="stack measure">
        <p class="muted">Chỉ xóa được khu vực chưa từng có cơ quan nào.</p>
        <button>Xóa khu vực</button>
      </form>
    </>
  );
}
