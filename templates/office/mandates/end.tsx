import type { Mandate } from '../../../src/office/accounts/mandate.entity.ts';
import { Field } from '../../platform/components/field.tsx';
import { periodOf, scopeOf } from '../../../src/office/mandates/words.ts';

export interface EndMandateProps {
  mandate: Mandate;
  /** Given from it and still running: they end with it. */
  resting: Mandate[];
  values: { lastDay: string; reason: string };
  errors: Record<string, string>;
}

export function EndMandatePage({ mandate, resting, values, errors }: EndMandateProps) {
  return (
    <div class="column">
      <p class="muted">
        <a href="/mandates">‹ Thẩm quyền ký</a>
      </p>
      <h1>Kết thúc thẩm quyền ký</h1>
      <ul class="sheets">
        <Sheet mandate={mandate} />
      </ul>
      {resting.length > 0 && (
        <div class="notice">
          <p>Các thẩm quyền giao từ thẩm quyền này kết thúc cùng ngày:</p>
          <ul>
            {resting.map((one) => (
              <li key={one.id}>
                {one.account.fullName}: {one.authority.join(' / ')}, {periodOf(one)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action={`/mandates/${mandate.id}/end`} class="stack">
        <Field
          id="lastDay"
          label="Ngày cuối còn hiệu lực"
          hint="Ghi hôm qua để hết hiệu lực ngay. Văn bản đã ký vẫn nguyên giá trị."
          error={errors.lastDay}
        >
          <input id="lastDay" name="lastDay" type="date" value={values.lastDay} required />
        </Field>
        <Field id="reason" label="Lý do" error={errors.reason}>
          <input
            id="reason"
            name="reason"
            value={values.reason}
            placeholder="Nghỉ hưu theo Quyết định số …"
            required
          />
        </Field>
        <div class="actions">
          <button class="primary">Kết thúc thẩm quyền</button>
          <a href="/mandates">Bỏ qua</a>
        </div>
      </form>
    </div>
  );
}

function Sheet({ mandate }: { mandate: Mandate }) {
  return (
    <li>
      <div class="authority">
        {mandate.authority.map((line) => (
          <span key={line}>{line}</span>
        ))}
        <b>{mandate.account.fullName}</b>
      </div>
      <dl>
        <dt>Phạm vi</dt>
        <dd>{scopeOf(mandate)}</dd>
        <dt>Hiệu lực</dt>
        <dd>{periodOf(mandate)}</dd>
      </dl>
    </li>
  );
}
