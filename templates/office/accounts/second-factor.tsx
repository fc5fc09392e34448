import { Field } from '../../platform/components/field.tsx';
import { PasskeyButton } from './sign-in.tsx';

export function SecondFactorPage({
  to,
  hasApp,
  problem,
}: {
  to: string;
  hasApp: boolean;
  problem?: string;
}) {
  return (
    <section class="narrow">
      <h1>Xác thực hai lớp</h1>
      {hasApp ? (
        <form method="post" action="/session/second-factor" class="stack">
          <input type="hidden" name="to" value={to} />
          <Field
            id="code"
            label="Mã 6 số"
            hint="Mở ứng dụng xác thực trên điện thoại. Mất điện thoại thì nhập một mã dự phòng."
            error={problem}
          >
            <input
              id="code"
              name="code"
              class="code"
              autocomplete="one-time-code"
              aria-describedby={problem ? 'code-error' : 'code-hint'}
              required
              autofocus
            />
          </Field>
          <button class="primary wide">Tiếp tục</button>
        </form>
      ) : (
        <p>Tài khoản này đăng nhập bằng khóa truy cập; mật khẩu một mình là chưa đủ.</p>
      )}
      <PasskeyButton to={to} />
      <form method="post" action="/session/end" class="other-way">
        <button class="quiet">Đăng nhập bằng tài khoản khác</button>
      </form>
    </section>
  );
}
