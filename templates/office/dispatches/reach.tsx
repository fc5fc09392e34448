import { termsOf } from '../../../src/office/dispatches/term-words.ts';
import type { LineReach, Reach } from '../../../src/office/dispatches/drafting/reach.ts';

const NAMED = 8;

/** What the lines of a draft come to, before anything is sent. */
export function ReachSummary({ reach }: { reach: Reach }) {
  const { lines, recipients, unreachable } = reach;
  if (lines.length === 0) return <p class="muted">Chưa ghi nơi nhận nào.</p>;
  const names = unreachable.slice(0, NAMED).map(({ name }) => name);
  return (
    <>
      <table class="reach">
        <tbody>
          {lines.map((line, index) => (
            <tr key={index} class={isUnbound(line) ? 'error' : undefined}>
              <td>
                {line.section === 'addressee' && 'Kính gửi: '}
                {line.text}
                <Asked line={line} />
              </td>
              <td>{meaning(line)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Mỗi nơi nhận một bản</th>
            <td>{recipients}</td>
          </tr>
        </tfoot>
      </table>
      {unreachable.length > 0 && (
        <p class="warning">
          {unreachable.length} nơi chưa có địa chỉ thư: {names.join(', ')}
          {unreachable.length > NAMED && '…'}. <a href="/directory">Bổ sung trong Danh bạ</a>.
        </p>
      )}
    </>
  );
}

function Asked({ line }: { line: LineReach }) {
  const words = termsOf(line);
  return words ? <small class="asked">{words}</small> : null;
}

const isUnbound = ({ target }: LineReach) => target === 'unknown' || target === 'ambiguous';

function meaning({ target, agencies, again, namesakes }: LineReach): string {
  if (target === 'unknown') return 'danh bạ không có tên này';
  if (target === 'ambiguous') return `ghi rõ nơi nào: ${namesakes.join('; ')}`;
  if (target === 'reference') return 'như trên';
  if (target === 'archive') return 'lưu';
  if (agencies === 0) return 'không còn nơi nào';
  if (again === 0) return String(agencies);
  return again === agencies
    ? `${agencies}, đều đã có ở trên`
    : `${agencies}, ${again} đã có ở trên`;
}
