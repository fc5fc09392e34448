import type { Board } from '../../src/tracking/board.service.ts';
import { count } from './names.ts';

/** The agencies that owe most answers whose time is over. */
export function MostSilent({ agencies, weeks }: { agencies: Board['silent']; weeks: number }) {
  const most = Math.max(...agencies.map(({ late }) => late));
  return (
    <section>
      <h2>Cơ quan còn nợ trả lời</h2>
      {agencies.length === 0 ? (
        <p class="done">Trong {weeks} tuần không cơ quan nào để quá hạn trả lời.</p>
      ) : (
        <table class="ranking">
          <thead>
            <tr>
              <th>Cơ quan</th>
              <th>Số văn bản</th>
              <th class="number">Quá hạn trả lời</th>
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ id, name, kind, late }) => (
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
                <td class="number">{count(late)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
