import type { ComponentChildren } from 'preact';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import type { MaybeReadable } from '../../../../src/office/dispatches/reading/readable.ts';
import { Field } from '../../../platform/components/field.tsx';
import { SignedBefore } from './signed-before.tsx';

export interface HeadFormProps {
  values: Record<string, string>;
  errors: Record<string, string>;
  signed: (Dispatch & MaybeReadable)[];
}

export function HeadForm({ values, errors, signed }: HeadFormProps) {
  const wrong = Object.keys(errors).length;
  return (
    <div class="column">
      <p class="muted">
        <a href="/office">‹ Cơ quan</a>
      </p>
      <h1>Đổi đầu văn bản</h1>
      {wrong > 0 && (
        <p class="error" role="alert">
          Chưa lưu. Có {wrong} chỗ cần sửa, ghi ngay dưới từng ô.
        </p>
      )}
      <SignedBefore signed={signed} />
      <form method="post" action="/office/heads" class="stack">
        <HeadFields values={values} errors={errors}>
          <Field
            id="validFrom"
            label="Dùng từ ngày"
            hint="Sau ngày của mọi văn bản đã lấy số."
            error={errors.validFrom}
          >
            <input id="validFrom" name="validFrom" type="date" value={values.validFrom} required />
          </Field>
        </HeadFields>
        <div class="actions">
          <button class="primary">Lưu đầu văn bản</button>
          <a href="/office">Bỏ qua</a>
        </div>
      </form>
    </div>
  );
}

/** What an office is called; `children` stand between its names and the rest. */
export function HeadFields({
  values,
  errors,
  children,
}: Pick<HeadFormProps, 'values' | 'errors'> & { children?: ComponentChildren }) {
  return (
    <>
      {children}
      <Field
        id="parentBody"
        label="Cơ quan chủ quản"
        hint="In trên tên cơ quan; bỏ trống nếu không có."
        error={errors.parentBody}
      >
        <input id="parentBody" name="parentBody" value={values.parentBody} />
      </Field>
      <Field id="name" label="Tên cơ quan" error={errors.name}>
        <input id="name" name="name" value={values.name} required />
      </Field>
      <div class="columns">
        <Field
          id="symbol"
          label="Chữ viết tắt trong ký hiệu"
          hint="STTTT trong 12/STTTT-CNTT."
          error={errors.symbol}
        >
          <input id="symbol" name="symbol" value={values.symbol} required />
        </Field>
        <Field id="place" label="Địa danh" hint="In trước ngày tháng." error={errors.place}>
          <input id="place" name="place" value={values.place} required />
        </Field>
      </div>
      <Field
        id="contact"
        label="Dòng ở chân trang đầu"
        hint="Địa chỉ, điện thoại, thư điện tử; mỗi dòng một hàng, nhiều nhất 4. Bỏ trống là không in."
        error={
          errors.contact ?? Object.entries(errors).find(([key]) => key.startsWith('contact.'))?.[1]
        }
      >
        <textarea id="contact" name="contact" rows={2}>
          {values.contact}
        </textarea>
      </Field>
      <div class="columns">
        <Field
          id="identifier"
          label="Mã định danh"
          hint="Quyết định 20/2020/QĐ-TTg: H54.15"
          error={errors.identifier}
        >
          <input id="identifier" name="identifier" value={values.identifier} />
        </Field>
        <Field
          id="formerIdentifier"
          label="Mã định danh cũ"
          hint="QCVN 102:2016: 000.00.15.H54"
          error={errors.formerIdentifier}
        >
          <input id="formerIdentifier" name="formerIdentifier" value={values.formerIdentifier} />
        </Field>
      </div>
    </>
  );
}
