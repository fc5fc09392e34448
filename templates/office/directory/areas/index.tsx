import type { AreaToday } from '../../../../src/office/directory/areas/areas.service.ts';
import type { FormerDistrict } from '../../../../src/office/directory/areas/former-districts.ts';
import { count } from '../../../../src/platform/text/words.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { FormErrors } from '../../../../src/platform/web/form.ts';
import { Field } from '../../../platform/components/field.tsx';

interface AreasProps {
  areas: AreaToday[];
  /** What the directory knows of, to begin with. */
  districts: FormerDistrict[];
  typed: Record<string, string>;
  errors: FormErrors;
  mayChange: boolean;
  today: string;
}

/** The areas an office has drawn: a dimension of its board beside kinds. */
export function AreasPage(props: AreasProps) {
  const { areas, mayChange } = props;
  return (
    <>
      <p class="muted">
        <a href="/directory">‹ Danh bạ</a>
      </p>
      <h1>Khu vực</h1>
      <p class="muted">
        Cơ quan tự chia khu vực để theo dõi; bảng theo dõi và tiến độ từng văn bản tính theo khu
        vực. Mỗi nơi nhận thuộc nhiều nhất một khu vực trong một ngày.
      </p>
      {areas.length === 0 && <p>Chưa có khu vực nào.</p>}
      <ul class="plain things">
        {areas.map(({ id, name, validTo, agencies }) => (
          <li key={id}>
            <a href={`/directory/areas/${id}`}>{name}</a>
            <span class="muted">
              {count(agencies)} cơ quan{validTo && `, kết thúc hết ${shortDate(validTo)}`}
            </span>
          </li>
        ))}
      </ul>
      {mayChange && (
        <>
          <h2>Khu vực mới</h2>
          <form method="post" action="/directory/areas" class="stack measure">
            <Field
              id="name"
              label="Tên khu vực"
              hint="Ví dụ: Khu vực ven biển."
              error={props.errors.name}
            >
              <input id="name" name="name" value={props.typed.name} required />
            </Field>
            <button>Thêm khu vực</button>
          </form>
          <FromDistricts {...props} />
        </>
      )}
    </>
  );
}

/** Only districts that are no area yet. */
function FromDistricts({ areas, districts, typed, errors, today }: AreasProps) {
  const taken = new Set(areas.map(({ name }) => name));
  const left = districts.filter(({ areaName }) => !taken.has(areaName));
  if (left.length === 0) {
    return errors.districts ? <p class="error">{errors.districts}</p> : null;
  }
  return (
    <form method="post" action="/directory/areas/from-districts" class="stack measure">
      <h2>Lấy từ các huyện cũ</h2>
      <p class="muted">
        Mỗi huyện thành một khu vực, gồm các cơ quan nằm dưới huyện ấy hoặc kế thừa chúng. Sau đó
        vẫn đổi tên và chuyển từng cơ quan được.
      </p>
      <fieldset class={errors.districts ? 'wrong' : undefined}>
        <legend>Huyện, thành phố trong danh bạ</legend>
        {errors.districts && <p class="error">{errors.districts}</p>}
        <div class="choices">
          {left.map(({ id, areaName, agencies }) => (
            <label key={id} class="choice">
              <input type="checkbox" name="districts" value={id} checked />
              <span>
                {areaName}
                <small>{count(agencies.length)} cơ quan hôm nay</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        id="from"
        label="Từ ngày"
        hint="Văn bản phát hành từ ngày này tính theo khu vực."
        error={errors.from}
      >
        <input id="from" name="from" type="date" value={typed.from ?? today} required />
      </Field>
      <button>Lập các khu vực đã chọn</button>
    </form>
  );
}
