import type { AgencyKind } from '../../../../src/office/directory/kinds/agency-kind.entity.ts';
import type { FormErrors } from '../../../../src/platform/web/form.ts';
import { Field } from '../../../platform/components/field.tsx';

interface KindFormProps {
  typed: Record<string, string>;
  errors: FormErrors;
  kinds: AgencyKind[];
  /** Absent for a new kind. */
  code?: string;
  offered: string[];
}

export function KindForm(props: KindFormProps) {
  const { typed, errors, kinds, code, offered } = props;
  const path = code ? `/directory/kinds/${encodeURIComponent(code)}` : '/directory/kinds';
  return (
    <>
      <p class="muted">
        <a href="/directory/kinds">‹ Loại cơ quan</a>
      </p>
      <h1>{code ? 'Sửa loại' : 'Loại mới'}</h1>
      <form method="post" action={path} class="stack measure">
        <Field id="name" label="Tên loại" error={errors.name}>
          <input
            id="name"
            name="name"
            value={typed.name}
            list="offered"
            autocomplete="off"
            required
          />
          <datalist id="offered">
            {offered.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Field>
        {code ? <Renaming {...props} /> : <Code {...props} />}
        <div class="columns">
          <Field
            id="validFrom"
            label="Từ ngày"
            hint="Bỏ trống nếu có từ trước đến nay."
            error={errors.validFrom}
          >
            <input id="validFrom" name="validFrom" type="date" value={typed.validFrom} />
          </Field>
          <Field
            id="validTo"
            label="Ngày cuối"
            hint="Ghi khi loại này không còn nữa."
            error={errors.validTo}
          >
            <input id="validTo" name="validTo" type="date" value={typed.validTo} />
          </Field>
        </div>
        <Field id="after" label="Xếp sau loại" error={errors.after}>
          <select id="after" name="after">
            <option value="">{code ? 'Giữ chỗ hiện nay' : 'Cuối danh sách'}</option>
            {kinds
              .filter((kind) => kind.code !== code)
              .map((kind) => (
                <option key={kind.code} value={kind.code} selected={kind.code === typed.after}>
                  {kind.name}
                </option>
              ))}
          </select>
        </Field>
        <div class="actions">
          <button class="primary">Lưu loại</button>
          <a href="/directory/kinds">Bỏ qua</a>
        </div>
      </form>
      {code && (
        <form method="post" action={`${path}/removal`} class="stack measure">
          <h2>Xóa loại</h2>
          <p class="muted">
            Chỉ xóa được loại chưa dùng cho cơ quan, nhóm hay văn bản nào. Loại đã dùng thì ghi ngày
            cuối.
          </p>
          <button>Xóa loại này</button>
        </form>
      )}
    </>
  );
}

const Renaming = ({ typed, errors }: KindFormProps) => (
  <Field
    id="nameFrom"
    label="Tên mới dùng từ ngày"
    hint="Ghi khi đổi tên: trước ngày này vẫn là tên cũ. Bỏ trống khi chỉ sửa chỗ viết sai."
    error={errors.nameFrom}
  >
    <input id="nameFrom" name="nameFrom" type="date" value={typed.nameFrom} />
  </Field>
);

const Code = ({ typed, errors }: KindFormProps) => (
  <Field
    id="code"
    label="Mã (không bắt buộc)"
    hint="Dùng trong tệp nhập danh bạ. Bỏ trống thì lấy từ tên."
    error={errors.code}
  >
    <input id="code" name="code" value={typed.code} autocomplete="off" />
  </Field>
);
