import { Field } from '../../platform/components/field.tsx';
import { SCOPE_NAMES } from '../../../src/office/accounts/words.ts';

export function ApiKeyForm({
  values,
  errors,
}: {
  values: Record<string, string>;
  errors: Record<string, string>;
}) {
  return (
    <div class="column">
      <p class="muted">
        <a href="/account">‹ Tài khoản của tôi</a>
      </p>
      <h1>Tạo khóa cho phần mềm</h1>
      <p>Phần mềm giữ khóa làm được những việc chọn dưới đây thay bạn, không hơn quyền của bạn.</p>
      <form method="post" action="/account/keys" class="stack">
        <Field id="name" label="Dùng cho" error={errors.name}>
          <input
            id="name"
            name="name"
            value={values.name}
            placeholder="Phần mềm một cửa"
            required
          />
        </Field>
        <fieldset class={errors.scopes ? 'wrong' : undefined}>
          <legend>Được làm</legend>
          <div class="boxes long">
            {Object.entries(SCOPE_NAMES).map(([scope, name]) => (
              <label key={scope} class="check">
                <input type="checkbox" name="scopes" value={scope} />
                {name}
              </label>
            ))}
          </div>
          {errors.scopes && <p class="error">{errors.scopes}</p>}
        </fieldset>
        <Field id="days" label="Số ngày có hiệu lực" error={errors.days}>
          <input
            id="days"
            name="days"
            type="number"
            min="1"
            max="366"
            value={values.days}
            required
          />
        </Field>
        <div class="actions">
          <button class="primary">Tạo khóa</button>
          <a href="/account">Bỏ qua</a>
        </div>
      </form>
    </div>
  );
}

export function ApiKeyOnce({ created }: { created: { name: string; key: string } }) {
  return (
    <section class="narrow">
      <h1>Khóa của {created.name}</h1>
      <p>Chép ngay vào phần mềm: hệ thống chỉ giữ dấu vết của khóa nên không hiện lại được.</p>
      <p class="once">
        <code>{created.key}</code>
      </p>
      <p class="muted">
        Gửi kèm mỗi yêu cầu tới <a href="/api/docs">/api</a>: <code>Authorization: Bearer …</code>
      </p>
      <p>
        <a class="button primary wide" href="/account">
          Tôi đã chép khóa
        </a>
      </p>
    </section>
  );
}
