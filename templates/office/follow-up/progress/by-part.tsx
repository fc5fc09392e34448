import { count, percent } from '../../../../src/platform/text/words.ts';

interface Part {
  name: string;
  owed: number;
  late: number;
}

/** How punctual each kind or area is: the longer the green, the more in time. */
export function ByPart({ title, parts }: { title: string; parts: Part[] }) {
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <table class="ranking">
        <thead class="unseen">
          <tr>
            <th>{title}</th>
            <th>Tỷ lệ đúng hạn</th>
            <th>Đúng hạn/tới hạn</th>
            <th>Tỷ lệ</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, owed, late }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <svg class="bar" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
                  <rect class="acknowledged" width={(100 * (owed - late)) / owed} height={4} />
                  <rect
                    class="failed"
                    x={(100 * (owed - late)) / owed}
                    width={(100 * late) / owed}
                    height={4}
                  />
                </svg>
              </td>
              <td class="number">
                {count(owed - late)}/{count(owed)} đúng hạn
              </td>
              <td class="number">{percent(owed - late, owed)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
