import { Field } from '../../../platform/components/field.tsx';

export interface InvitationProps {
  token: string;
  fullName: string;
  username: string;
  officeName: string;
  errors: Record<string, string>;
}

export function InvitationPage({ token, fullName, username, officeName, errors }: InvitationProps) {
  return (
    <section class="narrow">
      <h1>Đặt mật khẩu</h1>
      <p>
        {fullName}, {officeName}. Tên đăng nhập: <code>{username}</code>
      </p>
      <form method="post" action={`/invitation/${token}`} class="stack">
        <input type="text" name="username" value={username} autocomplete="username" hidden />
        <Field id="next" label="Mật khẩu mới" hint="Ít nhất 10 ký tự." error={errors.next}>
          <input
            id="next"
            name="next"
            type="password"
            autocomplete="new-password"
            minlength={10}
            required
          />
        </Field>
        <button class="primary wide">Đặt mật khẩu rồi đăng nhập</button>
      </form>
    </section>
  );
}
