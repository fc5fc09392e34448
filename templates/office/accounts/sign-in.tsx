import { Field } from '../../platform/components/field.tsx';

export interface SignInProps {
  to: string;
  errors?: Record<string, string>;
  problem?: string;
  /** What the other provider is called, where there is one. */
  openidName?: string;
}

export function SignInPage({ to, errors = {}, problem, openidName }: SignInProps) {
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
          <input
            id="username"
            name="username"
            autocomplete="username webauthn"
            required
            autofocus
          />
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
        <button class="primary wide">Đăng nhập</button>
      </form>
      <PasskeyButton to={to} />
      {openidName && (
        <p class="other-way">
          <a class="button wide" href={`/signin/openid?to=${encodeURIComponent(to)}`}>
            Đăng nhập bằng {openidName}
          </a>
        </p>
      )}
    </section>
  );
}

/** Stays hidden where the browser has no passkeys or no scripts. */
export function PasskeyButton({ to }: { to: string }) {
  return (
    <form class="other-way" data-passkey="sign-in" data-to={to} hidden>
      <button class="wide">Dùng khóa truy cập</button>
      <p class="error" role="alert" />
    </form>
  );
}
