import type { Agency } from '../../../../src/office/directory/agency.entity.ts';
import type { AgencyIdentifier } from '../../../../src/office/directory/identifiers/agency-identifier.entity.ts';
import { SCHEME_NAMES } from '../../../../src/office/directory/identifiers/words.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { FormErrors } from '../../../../src/platform/web/form.ts';
import { Field } from '../../../platform/components/field.tsx';

interface IdentifiersProps {
  agency: Agency;
  identifiers: AgencyIdentifier[];
  typed: Record<string, string>;
  errors: FormErrors;
  mayChange: boolean;
}

/** By which codes other systems know an agency, now and before. */
export function IdentifiersPage(props: IdentifiersProps) {
  const { agency, identifiers, errors, mayChange } = props;
  return (
    <>
      <p class="muted">
        <a href={`/directory/agencies/${agency.id}`}>‹ {agency.name}</a>
      </p>
      <h1>Mã định danh</h1>
      <p class="muted">
        Trục liên thông và các hệ thống khác gọi cơ quan này bằng các mã dưới đây, mỗi mã trong thời
        gian của nó.
      </p>
      {errors.end && <p class="error">{errors.end}</p>}
      {identifiers.length === 0 ? (
        <p>Chưa ghi mã nào.</p>
      ) : (
        <ul class="plain things">
          {identifiers.map((identifier) => (
            <Row key={identifier.id} {...{ identifier, mayChange }} />
          ))}
        </ul>
      )}
      {mayChange && <Giving {...props} />}
    </>
  );
}

function Row({ identifier, mayChange }: { identifier: AgencyIdentifier; mayChange: boolean }) {
  const { id, agencyId, scheme, code, validFrom, validTo } = identifier;
  const path = `/directory/agencies/${agencyId}/identifiers/${id}`;
  return (
    <li class={validTo ? 'past' : undefined}>
      <span>
        <code>{code}</code>
        <small>
          {SCHEME_NAMES[scheme]}, từ {shortDate(validFrom)}
          {validTo && ` đến hết ${shortDate(validTo)}`}
        </small>
      </span>
      {mayChange && (
        <span class="actions">
          {validTo === null && (
            <form method="post" action={`${path}/end`}>
              <label>
                Ngày cuối <input name="validTo" type="date" required />
              </label>{' '}
              <button>Kết thúc</button>
            </form>
          )}
          <form method="post" action={`${path}/removal`}>
            <button>Xóa vì ghi nhầm</button>
          </form>
        </span>
      )}
    </li>
  );
}

function Giving({ agency, typed, errors }: IdentifiersProps) {
  return (
    <form
      method="post"
      action={`/directory/agencies/${agency.id}/identifiers`}
      class="stack measure"
    >
      <h2>Ghi mã</h2>
      <Field id="scheme" label="Loại mã" error={errors.scheme}>
        <select id="scheme" name="scheme" required>
          {Object.entries(SCHEME_NAMES).map(([scheme, name]) => (
            <option key={scheme} value={scheme} selected={scheme === typed.scheme}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="code" label="Mã" error={errors.code}>
        <input id="code" name="code" value={typed.code} autocomplete="off" required />
      </Field>
      <div class="columns">
        <Field
          id="validFrom"
          label="Từ ngày"
          hint="Mã cùng loại đang dùng kết thúc trước ngày này."
          error={errors.validFrom}
        >
          <input
            id="validFrom"
            name="validFrom"
            type="date"
            value={typed.validFrom ?? agency.validFrom}
            required
          />
        </Field>
        <Field id="validTo" label="Ngày cuối" hint="Bỏ trống khi còn dùng." error={errors.validTo}>
          <input id="validTo" name="validTo" type="date" value={typed.validTo} />
        </Field>
      </div>
      <button class="primary">Ghi mã</button>
    </form>
  );
}
