import { shortDate, vietnamTime } from '../../src/calendar/vietnam-time.ts';
import { reference } from '../../src/dispatches/printed-number.ts';
import type { BoardRow } from '../../src/tracking/tracking.service.ts';
import { URGENCY_NAMES } from '../dispatches/names.ts';
import { Bar } from './bar.tsx';

const percent = (part: number, whole: number) => (whole ? Math.round((100 * part) / whole) : 0);

export function BoardPage({
  rows,
  officeName,
  at,
}: {
  rows: BoardRow[];
  officeName: string;
  at: Date;
}) {
  const all = (key: 'acknowledged' | 'late' | 'failed' | 'total') =>
    rows.reduce((total, row) => total + row.counts[key], 0);
  return (
    <>
      <h1>Bảng theo dõi văn bản đi</h1>
      <p class="muted">
        {officeName}, lúc {vietnamTime(at)}
      </p>
      <dl class="figures">
        <div>
          <dt>Văn bản</dt>
          <dd>{rows.length}</dd>
        </div>
        <div>
          <dt>Lượt gửi</dt>
          <dd>{all('total')}</dd>
        </div>
        <div class="good">
          <dt>Đã tiếp nhận</dt>
          <dd>{percent(all('acknowledged'), all('total'))}%</dd>
        </div>
        <div class={all('late') > 0 ? 'warn' : undefined}>
          <dt>Quá hạn</dt>
          <dd>{all('late')}</dd>
        </div>
        <div class={all('failed') > 0 ? 'bad' : undefined}>
          <dt>Gửi hỏng</dt>
          <dd>{all('failed')}</dd>
        </div>
      </dl>
      {rows.length === 0 ? (
        <p>Chưa có văn bản nào được phát hành.</p>
      ) : (
        <div class="scroll">
          <table class="board">
            <thead>
              <tr>
                <th>Số, ký hiệu</th>
                <th>Trích yếu</th>
                <th class="wide">Tiến độ</th>
                <th class="number">Nơi nhận</th>
                <th class="number">Tiếp nhận</th>
                <th class="number">Quá hạn</th>
                <th class="number">Hỏng</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <BoardLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function BoardLine({ row }: { row: BoardRow }) {
  const { counts } = row;
  return (
    <tr>
      <td>
        <a href={`/dispatches/${row.id}/progress`}>{reference(row)}</a>
        <small>{shortDate(row.issuedOn)}</small>
      </td>
      <td>
        {row.urgency !== 'normal' && <b class="tag urgent">{URGENCY_NAMES[row.urgency]}</b>}
        {row.abstract}
      </td>
      <td>
        <Bar counts={counts} />
      </td>
      <td class="number">{counts.total}</td>
      <td class="number">{percent(counts.acknowledged, counts.total)}%</td>
      <td class="number">{counts.late}</td>
      <td class="number">{counts.failed}</td>
    </tr>
  );
}
