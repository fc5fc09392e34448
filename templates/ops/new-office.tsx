import { Field } from '../platform/components/field.tsx';
import { HeadFields } from '../office/administration/office/head-form.tsx';

export interface NewOfficeProps {
  values: Record<string, string>;
  errors: Record<string, string>;
  action: string;
}

export function NewOfficePage({ values, errors, action }: NewOfficeProps) {
  const wrong = Object.keys(errors).length;
  return (
    <div class="column">
      <h1>Mở cơ quan mới</h1>
      <p class="muted">
        Cơ quan có văn bản, danh bạ, sổ và người riêng, không ai của cơ quan khác xem được. Quản trị
        mở tài khoản cho những người còn lại.
      </p>
      {wrong > 0 && (
        <p class="error" role="alert">
          Chưa mở. Có {wrong} chỗ cần sửa, ghi ngay dưới từng ô.
        </p>
      )}
      <form method="post" action={action} class="stack">
        <Field
          id="code"
          label="Mã cơ quan"
          hint="Dùng trong tệp cấu hình ký số và khi nối hệ thống khác; không đổi được về sau."
          error={errors.code}
        >
          <input id="code" name="code" value={values.code} placeholder="SVHTTDL" required />
        </Field>
        <HeadFields values={values} errors={errors} />
        <Person role="administrator" label="Quản trị đầu tiên" {...{ values, errors }} />
        <Person role="clerk" label="Văn thư đầu tiên" {...{ values, errors }} />
        <div class="actions">
          <button class="primary">Mở cơ quan</button>
        </div>
      </form>
    </div>
  );
}

function Person({
  role,
  label,
  values,
  errors,
}: Omit<NewOfficeProps, 'action'> & { role: 'administrator' | 'clerk'; label: string }) {
  const [username, name, post] = [`${role}Username`, `${role}Name`, `${role}Post`];
  return (
    <fieldset class="stack">
      <legend>{label}</legend>
      <Field id={name} label="Họ và tên" error={errors[name]}>
        <input id={name} name={name} value={values[name]} required />
      </Field>
      <div class="columns">
        <Field id={post} label="Chức vụ" error={errors[post]}>
          <input id={post} name={post} value={values[post]} required />
        </Field>
        <Field
          id={username}
          label="Tên đăng nhập"
          hint="Chữ không dấu, chữ số, dấu chấm, gạch."
          error={errors[username]}
        >
          <input
            id={username}
            name={username}
            value={values[username]}
            autocomplete="off"
            autocapitalize="none"
            required
          />
        </Field>
      </div>
    </fieldset>
  );
}

export interface OpenedOfficeProps {
  name: string;
  people: { account: { username: string; fullName: string }; password?: string }[];
}

export function OpenedOffice({ name, people }: OpenedOfficeProps) {
  return (
    <div class="column">
      <h1>Đã mở {name}</h1>
      <p>Giao cho từng người, trang không hiện lại. Mỗi người đổi mật khẩu khi vào lần đầu.</p>
      {people.map(({ account, password }) => (
        <div key={account.username} class="once">
          <p>{account.fullName}</p>
          <p>
            <code>{account.username}</code>
          </p>
          <p>
            <code>{password}</code>
          </p>
        </div>
      ))}
      <p>
        <a class="button primary" href="/signin">
          Tới trang đăng nhập
        </a>
      </p>
    </div>
  );
}
