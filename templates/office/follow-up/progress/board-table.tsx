import { count, percent } from '../../../../src/platform/text/words.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { BoardRow } from '../../../../src/office/follow-up/progress/board.service.ts';
import { URGENCY_NAMES } from '../../../../src/office/dispatches/words.ts';
import { Bar } from './bar.tsx';

/** Dispatches with how far each got. */
export function BoardTable({ rows }: { rows: BoardRow[] }) {
  const isAnswered = rows.some(({ replies }) => replies.wanted > 0);
  return (
    <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
      <table class="board stacked">
        <thead>
          <tr>
            <th>Số, ký hiệu</th>
            <th>Trích yếu</th>
            <th class="wide">Tiến độ</th>
            <th class="number">Nơi nhận</th>
            <th class="number">Tiếp nhận</th>
            <th class="number">Quá hạn</th>
            {isAnswered && <th class="number">Trả lời</th>}
            <th class="number">Gửi hỏng</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardLine key={row.id} row={row} isAnswered={isAnswered} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BoardLine({ row, isAnswered }: { row: BoardRow; isAnswered: boolean }) {
  const { counts } = row;
  return (
    <tr>
      <td>
        <a href={`/dispatches/${row.id}/progress`}>{reference(row)}</a>
        <small>{shortDate(row.issuedOn)}</small>
      </td>
      <td class="subject">
        <span>
          {row.urgency !== 'normal' && <b class="tag urgent">{URGENCY_NAMES[row.urgency]}</b>}
          {subjectOf(row)}
        </span>
      </td>
      <td>
        <Bar counts={counts} />
      </td>
      <td class="number" data-name="Nơi nhận">
        {count(counts.total)}
      </td>
      <td class="number" data-name="Tiếp nhận">
        {percent(counts.acknowledged, counts.total)}%
      </td>
      <td class="number" data-name="Quá hạn">
        {counts.late > 0 ? <b class="bad">{count(counts.late)}</b> : <span class="muted">0</span>}
      </td>
      {isAnswered && (
        <td class="number" data-name="Trả lời">
          <Answers row={row} />
        </td>
      )}
      <td class="number" data-name="Gửi hỏng">
        {counts.failed > 0 ? (
          <b class="bad">{count(counts.failed)}</b>
        ) : (
          <span class="muted">0</span>
        )}
      </td>
    </tr>
  );
}

/** How many of the answers that are wanted are there; who is late is one click away. */
function Answers({ row: { id, replies } }: { row: BoardRow }) {
  const { wanted, given, late } = replies;
  if (wanted === 0) return <span class="muted">–</span>;
  return (
    <>
      {count(given)}/{count(wanted)}
      {late > 0 && (
        <small>
          <a class="bad" href={`/dispatches/${id}/progress?reply=late`}>
            {count(late)} quá hạn
          </a>
        </small>
      )}
    </>
  );
}
