import type { Board } from '../../src/tracking/board.service.ts';
import { count, percent } from './names.ts';

/** The agencies that most often did not acknowledge in time. */
export function MostLate({ agencies, weeks }: { agencies: Board['agencies']; weeks: number }) {
  const most = Math.max(...agencies.map(({ late }) => late));
  return (
    <section>
      <h2>Cơ quan hay chậm nhất</h2>
      {agencies.length === 0 ? (
        <p class="done">Trong {weeks} tuần không cơ quan nào chậm xác nhận.</p>
      ) : (
        <table class="ranking">
          <thead>
            <tr>
              <th>Cơ quan</th>
              <th>Số lần chậm</th>
              <th class="number">Chậm/tới hạn</th>
              <th class="number">Tỷ lệ</th>
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ id, name, kind, owed, late }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <small>{kind}</small>
                </th>
                <td>
                  <svg
                    class="bar"
                    aria-hidden="true"
                    viewBox="0 0 100 4"
                    preserveAspectRatio="none"
                  >
                    <rect class="failed" width={(100 * late) / most} height={4} />
                  </svg>
                </td>
                <td class="number">
                  {count(late)}/{count(owed)}
                </td>
                <td class="number">{percent(late, owed)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
