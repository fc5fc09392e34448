import {
  RECIPIENT_STATES,
  type Counts,
  type Progress,
} from '../../src/tracking/tracking.schemas.ts';
import { query } from '../components/pager.tsx';
import { RECIPIENT_STATE_NAMES } from './names.ts';

/** Kind of agency × state; every number leads to its list. */
export function Matrix({ progress }: { progress: Progress }) {
  return (
    <div class="scroll">
      <table class="matrix">
        <thead>
          <tr>
            <th>Loại cơ quan</th>
            {RECIPIENT_STATES.map((state) => (
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
              <Cells counts={counts} kind={kind} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Cộng</th>
            <Cells counts={progress.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cells({ counts, kind }: { counts: Counts; kind?: string }) {
  const cell = (count: number, search: Record<string, string | undefined>) => (
    <td class="number">
      {count > 0 ? <a href={`${query({ ...search, kind })}#recipients`}>{count}</a> : '0'}
    </td>
  );
  return (
    <>
      {RECIPIENT_STATES.map((state) => cell(counts[state], { state }))}
      {cell(counts.total, {})}
      {cell(counts.late, { late: 'true' })}
    </>
  );
}
