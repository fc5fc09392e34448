import { count, percent } from '../../../../src/platform/text/words.ts';
import type { ProgressFacts } from '../../../../src/office/follow-up/progress/tracking.schemas.ts';
import { query } from '../../../platform/components/pager.tsx';

const short = (name: string) =>
  name.replace(/^Ủy ban nhân dân /, '').replace(/^./, (letter) => letter.toLocaleUpperCase('vi'));

/** Districts or areas, those that still owe most first; each leads to its list. */
export function Places({
  title,
  filter,
  places,
}: {
  title: string;
  /** What the list is narrowed by. */
  filter: 'district' | 'area';
  places: ProgressFacts['areas'];
}) {
  if (places.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <table class="ranking">
        <thead class="unseen">
          <tr>
            <th>Địa bàn</th>
            <th>Tỷ lệ tiếp nhận</th>
            <th>Đã tiếp nhận</th>
            <th>Quá hạn</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ id, name, total, acknowledged, late }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${query({ [filter]: id })}#recipients`}>{short(name)}</a>
              </th>
              <td>
                <svg class="bar" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
                  <rect class="acknowledged" width={(100 * acknowledged) / total} height={4} />
                  <rect
                    class="failed"
                    x={(100 * acknowledged) / total}
                    width={(100 * late) / total}
                    height={4}
                  />
                </svg>
                <span class="unseen">{percent(acknowledged, total)}%</span>
              </td>
              <td class="number">
                {count(acknowledged)}/{count(total)}
              </td>
              <td class="number">{late > 0 ? <b class="bad">{count(late)} quá hạn</b> : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
