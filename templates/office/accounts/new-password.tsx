import { Field } from '../../platform/components/field.tsx';

export function NewPasswordPage({
  username,
  to,
  problem,
}: {
  username: string;
  to: string;
  problem: string | undefined;
}) {
  return (
    <section class="narrow">
      <h1>Đặt mật khẩu của mình</h1>
      <p>Mật khẩu vừa dùng do người khác giao. Đặt mật khẩu chỉ mình biết rồi làm việc.</p>
      <form method="post" action="/account/new-password" class="stack">
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="username" value={username} autocomplete="username" />
        <Field
          id="next"
          label="Mật khẩu mới"
          hint="Ít nhất 10 ký tự."
          {...(problem && { error: problem })}
        >
          <input
            id="next"
            name="next"
            type="password"
            autocomplete="new-password"
            required
            autofocus
          />
        </Field>
        <button class="primary wide">Đặt mật khẩu</button>
      </form>
      <form method="post" action="/session/end" class="other-way">
        <button class="quiet">Để sau, đăng xuất</button>
      </form>
    </section>
  );
}
