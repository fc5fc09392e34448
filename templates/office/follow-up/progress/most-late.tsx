import { count, percent } from '../../../../src/platform/text/words.ts';
import type { Board } from '../../../../src/office/follow-up/progress/board.service.ts';
import { RankedAgency } from './ranked-agency.tsx';

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
            {agencies.map((agency) => (
              <tr key={agency.id}>
                <RankedAgency agency={agency} most={most} />
                <td class="number">
                  {count(agency.late)}/{count(agency.owed)}
                </td>
                <td class="number">{percent(agency.late, agency.owed)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
