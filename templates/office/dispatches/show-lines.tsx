import type { Dispatch } from '../../../src/office/dispatches/dispatch.entity.ts';
import type { Preflight } from '../../../src/office/dispatches/preflight.ts';
import { termsOf } from '../../../src/office/dispatches/term-words.ts';

/** The printed lines and how many agencies each one reaches today. */
export function Lines({ dispatch, preflight }: { dispatch: Dispatch; preflight: Preflight }) {
  const reach = (text: string) =>
    preflight.recipients.filter(({ lines }) => lines.includes(text)).length;
  return (
    <>
      <h2>Nơi nhận</h2>
      <table class="lines">
        <tbody>
          {dispatch.lines.map((line) => {
            const isReaching = line.groupId !== null || line.agencyId !== null;
            return (
              <tr key={line.id}>
                <td>
                  {line.label}
                  {termsOf(line) && <small class="asked">{termsOf(line)}</small>}
                </td>
                <td class="number">{isReaching ? reach(line.label) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Mỗi nơi nhận một bản</th>
            <td class="number">{preflight.recipients.length}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
