import type { Unit } from '../../../../src/office/accounts/unit.entity.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';

export function UnitsTable({ units, today }: { units: Unit[]; today: string }) {
  const isOver = ({ validTo }: Unit) => validTo !== null && validTo < today;
  const ordered = [...units.filter((unit) => !isOver(unit)), ...units.filter(isOver)];
  return (
    <section id="units">
      <div class="heading">
        <h2>Đơn vị soạn thảo</h2>
        <a class="button" href="/office/units/new">
          Thêm đơn vị
        </a>
      </div>
      {ordered.length === 0 ? (
        <p>Chưa ghi đơn vị nào. Người soạn tự gõ ký hiệu của đơn vị mình.</p>
      ) : (
        <table class="units">
          <thead>
            <tr>
              <th>Ký hiệu</th>
              <th>Tên</th>
              <th>Thời gian</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((unit) => (
              <tr key={unit.id} class={isOver(unit) ? 'over' : undefined}>
                <td>
                  <a href={`/office/units/${unit.id}`}>{unit.symbol}</a>
                </td>
                <td>{unit.name}</td>
                <td>{period(unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const period = ({ validFrom, validTo }: Unit) =>
  validTo
    ? `${shortDate(validFrom)} đến hết ${shortDate(validTo)}`
    : `từ ngày ${shortDate(validFrom)}`;
