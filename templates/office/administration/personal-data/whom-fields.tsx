import { Field } from '../../../platform/components/field.tsx';

const FIELDS = [
  { id: 'name', label: 'Họ và tên', hint: 'Đúng như người ấy đã khai khi xác nhận, trả lời.' },
  { id: 'post', label: 'Chức vụ', hint: 'Để phân biệt người trùng tên; có thể bỏ trống.' },
  { id: 'email', label: 'Địa chỉ thư' },
  { id: 'telephone', label: 'Số điện thoại' },
  { id: 'username', label: 'Tên đăng nhập', hint: 'Của người có tài khoản ở đây.' },
] as const;

/** By what a person is looked for: any of these. */
export function WhomFields({
  typed,
  errors,
}: {
  typed: Record<string, string>;
  errors: Record<string, string>;
}) {
  return (
    <div class="columns">
      {FIELDS.map((field) => (
        <Field
          key={field.id}
          id={field.id}
          label={field.label}
          {...('hint' in field && { hint: field.hint })}
          {...(errors[field.id] && { error: errors[field.id]! })}
        >
          <input id={field.id} name={field.id} value={typed[field.id] ?? ''} autocomplete="off" />
        </Field>
      ))}
    </div>
  );
}

/** The same once more, for what follows. */
export function SameWhom({ typed }: { typed: Record<string, string> }) {
  return (
    <>
      {FIELDS.filter(({ id }) => typed[id]?.trim()).map(({ id }) => (
        <input key={id} type="hidden" name={id} value={typed[id]} />
      ))}
    </>
  );
}
