import type { TypedGroup } from '../../../../src/office/directory/over-time/typed-group.ts';
import type { AgencyKind } from '../../../../src/office/directory/kinds/agency-kind.entity.ts';
import type { FormErrors } from '../../../../src/platform/web/form.ts';
import { Field } from '../../../platform/components/field.tsx';

export function GroupForm(props: {
  typed: TypedGroup;
  errors: FormErrors;
  kinds: AgencyKind[];
  /** Absent for a new group. */
  id?: string;
}) {
  const { typed, errors, kinds, id } = props;
  const path = id ? `/directory/groups/${id}` : '/directory/groups';
  return (
    <>
      <p class="muted">
        <a href={id ? path : '/directory'}>‹ {id ? 'Nhóm' : 'Danh bạ'}</a>
      </p>
      <h1>{id ? 'Sửa nhóm' : 'Nhóm mới'}</h1>
      <form method="post" action={path} class="stack measure">
        <Field
          id="name"
          label="Tên nhóm"
          hint="Như ghi ở Nơi nhận, ví dụ: Các xã ven biển."
          error={errors.name}
        >
          <input id="name" name="name" value={typed.name} required />
        </Field>
        <fieldset>
          <legend>Theo loại: mọi cơ quan còn hiệu lực ngày phát hành</legend>
          <div class="choices">
            {kinds.map(({ code, name }) => (
              <label key={code} class="choice">
                <input
                  type="checkbox"
                  name="kinds"
                  value={code}
                  checked={typed.kinds.includes(code)}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        <Field
          id="codes"
          label="Chọn riêng từng cơ quan"
          hint="Mỗi dòng một mã, lấy ở cột đầu của Danh bạ. Cơ quan kết thúc thì cơ quan kế thừa vào thay."
          error={errors.codes}
        >
          <textarea id="codes" name="codes" rows={8} placeholder="UBND.12436">
            {typed.codes}
          </textarea>
        </Field>
        <button class="primary">Lưu nhóm</button>
      </form>
    </>
  );
}
