import { Field } from '../../../platform/components/field.tsx';

export interface NewUnitProps {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** The office's own part of symbols. */
  symbol: string;
}

export function NewUnitPage({ values, errors, symbol }: NewUnitProps) {
  return (
    <div class="column">
      <p class="muted">
        <a href="/office#units">‹ Cơ quan</a>
      </p>
      <h1>Thêm đơn vị soạn thảo</h1>
      <form method="post" action="/office/units" class="stack">
        <Field
          id="symbol"
          label="Ký hiệu"
          hint={`Phần sau ${symbol}- trong ký hiệu văn bản.`}
          error={errors.symbol}
        >
          <input id="symbol" name="symbol" value={values.symbol} placeholder="CNTT-VT" required />
        </Field>
        <Field id="name" label="Tên đơn vị" error={errors.name}>
          <input id="name" name="name" value={values.name} required />
        </Field>
        <Field id="validFrom" label="Từ ngày" error={errors.validFrom}>
          <input id="validFrom" name="validFrom" type="date" value={values.validFrom} required />
        </Field>
        <div class="actions">
          <button class="primary">Thêm đơn vị</button>
          <a href="/office#units">Bỏ qua</a>
        </div>
      </form>
    </div>
  );
}
