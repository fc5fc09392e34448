import type { Unit } from '../../../../src/office/accounts/unit.entity.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import { Field } from '../../../platform/components/field.tsx';

export interface UnitPageProps {
  unit: Unit;
  values: Record<string, string>;
  errors: Record<string, string>;
  today: string;
}

export function UnitPage({ unit, values, errors, today }: UnitPageProps) {
  const { id, symbol, name, validFrom, validTo } = unit;
  const isOver = validTo !== null && validTo < today;
  return (
    <div class="column">
      <p class="muted">
        <a href="/office#units">‹ Cơ quan</a>
      </p>
      <h1>{symbol}</h1>
      <p>
        {name}, từ ngày {shortDate(validFrom)}
        {validTo && ` đến hết ngày ${shortDate(validTo)}`}.
      </p>
      {!isOver && (
        <>
          <form method="post" action={`/office/units/${id}`} class="stack">
            <Field
              id="name"
              label="Tên đơn vị"
              hint="Đổi ký hiệu là một đơn vị mới: thêm đơn vị mới rồi kết thúc đơn vị này."
              error={errors.name}
            >
              <input id="name" name="name" value={values.name ?? name} required />
            </Field>
            <div class="actions">
              <button class="primary">Đổi tên</button>
            </div>
          </form>
          <h2>Kết thúc</h2>
          <form method="post" action={`/office/units/${id}/end`} class="stack">
            <Field
              id="lastDay"
              label="Ngày cuối"
              hint="Người và thẩm quyền ký của đơn vị chuyển đi trước. Văn bản cũ giữ nguyên ký hiệu."
              error={errors.lastDay}
            >
              <input
                id="lastDay"
                name="lastDay"
                type="date"
                value={values.lastDay ?? validTo ?? today}
                required
              />
            </Field>
            <div class="actions">
              <button>Kết thúc đơn vị</button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
