import { Field } from '../components/field.tsx';

export function SignInPage({
  to,
  errors = {},
  problem,
}: {
  to: string;
  errors?: Record<string, string>;
  problem?: string;
}) {
  return (
    <section class="narrow">
      <h1>Đăng nhập</h1>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/session" class="stack">
        <input type="hidden" name="to" value={to} />
        <Field id="username" label="Tên đăng nhập" error={errors.username}>
          <input id="username" name="username" autocomplete="username" required autofocus />
        </Field>
        <Field id="password" label="Mật khẩu" error={errors.password}>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
        </Field>
        <button class="primary">Đăng nhập</button>
      </form>
    </section>
  );
}
