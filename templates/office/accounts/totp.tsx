import { Field } from '../../platform/components/field.tsx';
import { QrCode } from '../../platform/components/qr-code.tsx';

export function TotpPage({
  url,
  secret,
  to,
  problem,
  isRequired,
}: {
  url: string;
  /** Base32, to be typed where there is no camera. */
  secret: string;
  to: string;
  problem?: string;
  isRequired: boolean;
}) {
  return (
    <section class="narrow">
      <h1>Bật xác thực hai lớp</h1>
      {isRequired && (
        <p class="notice">
          Vai trò của bạn phải dùng xác thực hai lớp. Bật một lần rồi làm việc tiếp.
        </p>
      )}
      <ol class="steps">
        <li>
          Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator,
          FreeOTP…) và quét mã này.
          <QrCode text={url} label="Mã QR cho ứng dụng xác thực" />
          <details>
            <summary>Không quét được?</summary>
            <p>
              Nhập khóa: <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
          </details>
        </li>
        <li>
          <form method="post" action="/account/totp" class="stack">
            <input type="hidden" name="to" value={to} />
            <Field id="code" label="Nhập mã 6 số đang hiện" error={problem}>
              <input
                id="code"
                name="code"
                class="code"
                inputmode="numeric"
                autocomplete="one-time-code"
                aria-describedby={problem && 'code-error'}
                required
              />
            </Field>
            <button class="primary wide">Bật xác thực hai lớp</button>
          </form>
        </li>
      </ol>
    </section>
  );
}
