import { RECIPIENT_STATES, type RecipientState } from '../../../../src/office/recipient-words.ts';
import { RECIPIENT_STATE_NAMES } from '../../../../src/office/recipient-words.ts';
import { count as written } from '../../../../src/platform/text/words.ts';
import {
  type Counts,
  type ProgressFacts,
} from '../../../../src/office/follow-up/progress/tracking.schemas.ts';
import { query } from '../../../platform/components/pager.tsx';

const ALWAYS: RecipientState[] = ['acknowledged', 'delivered'];

/** Kind of agency × state; every number leads to its list. States that nobody is in have no column. */
export function Matrix({ progress }: { progress: ProgressFacts }) {
  const states = RECIPIENT_STATES.filter(
    (state) => ALWAYS.includes(state) || progress.total[state] > 0,
  );
  return (
    <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
      <table class="matrix stacked">
        <thead>
          <tr>
            <th>Loại cơ quan</th>
            {states.map((state) => (
              <th key={state} class="number">
                {RECIPIENT_STATE_NAMES[state]}
              </th>
            ))}
            <th class="number">Tổng</th>
            <th class="number">Quá hạn</th>
          </tr>
        </thead>
        <tbody>
          {progress.kinds.map(({ kind, name, counts }) => (
            <tr key={kind}>
              <th scope="row">{name}</th>
              <Cells counts={counts} states={states} kind={kind} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Cộng</th>
            <Cells counts={progress.total} states={states} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cells({
  counts,
  states,
  kind,
}: {
  counts: Counts;
  states: RecipientState[];
  kind?: string;
}) {
  const cell = (name: string, count: number, search: Record<string, string | undefined>) => (
    <td class="number" data-name={name}>
      {count > 0 ? (
        <a href={`${query({ ...search, kind })}#recipients`}>{written(count)}</a>
      ) : (
        <span class="muted">0</span>
      )}
    </td>
  );
  return (
    <>
      {states.map((state) => cell(RECIPIENT_STATE_NAMES[state], counts[state], { state }))}
      {cell('Tổng', counts.total, {})}
      {cell('Quá hạn', counts.late, { late: 'true' })}
    </>
  );
}
