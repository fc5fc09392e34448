import { count } from '../../../../src/platform/text/words.ts';
import type { Board } from '../../../../src/office/follow-up/progress/board.service.ts';
import { RankedAgency } from './ranked-agency.tsx';

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
            {agencies.map((agency) => (
              <tr key={agency.id}>
                <RankedAgency agency={agency} most={most} />
                <td class="number">{count(agency.late)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
