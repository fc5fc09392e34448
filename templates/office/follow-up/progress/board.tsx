import { Figure } from '../../../platform/components/figure.tsx';
import { count, duration, percent } from '../../../../src/platform/text/words.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { Board } from '../../../../src/office/follow-up/progress/board.service.ts';
import type { Waiting } from '../../../../src/office/dispatches/waiting-for-issue.ts';
import { BoardTable } from './board-table.tsx';
import { ByPart } from './by-part.tsx';
import { MostLate } from './most-late.tsx';
import { MostSilent } from './most-silent.tsx';
import { PaceChart } from './pace-chart.tsx';
import { WaitingTable } from './waiting-table.tsx';
import { AnswersChart, WeeksChart } from './weeks-chart.tsx';

/** How the office's dispatches fare over the last weeks: drawn, and listed below each drawing. */
export function BoardPage({
  board,
  waiting,
  officeName,
  at,
}: {
  board: Board;
  waiting: Waiting[];
  officeName: string;
  at: Date;
}) {
  const { weeks, agencies, kinds, areas, silent, urgent, latest } = board;
  const all = (key: 'dispatches' | 'total' | 'punctual' | 'tardy' | 'late') =>
    weeks.reduce((total, week) => total + week[key], 0);
  const answers = (key: 'total' | 'tardy' | 'late') =>
    weeks.reduce((total, week) => total + week.replies[key], 0);
  const isAnswered = answers('total') > 0 || silent.length > 0;
  const due = all('punctual') + all('tardy') + all('late');
  return (
    <>
      <h1>Bảng theo dõi văn bản đi</h1>
      <p class="muted">
        {officeName}, {weeks.length} tuần gần nhất, lúc {vietnamTime(at)}
      </p>
      {latest.length === 0 ? (
        <>
          <p>Chưa có văn bản nào được phát hành.</p>
          <WaitingTable waiting={waiting} now={at} />
        </>
      ) : (
        <div class="afar">
          <dl class="figures">
            <Figure name="Văn bản" note={`${count(all('total'))} lượt gửi`}>
              {count(all('dispatches'))}
            </Figure>
            <Figure
              name="Xác nhận đúng hạn"
              tone="good"
              note={`trên ${count(due)} lượt đã xác nhận hoặc quá hạn`}
            >
              {percent(all('punctual'), due)}%
            </Figure>
            <Figure
              name="Đang quá hạn"
              tone={all('late') > 0 && 'bad'}
              note={`${count(all('tardy'))} lượt xác nhận muộn`}
            >
              {count(all('late'))}
            </Figure>
            {isAnswered && (
              <Figure
                name="Quá hạn trả lời"
                tone={answers('late') > 0 && 'bad'}
                note={`trên ${count(answers('total'))} lượt cần trả lời, ${count(answers('tardy'))} lượt trả lời muộn`}
              >
                {count(answers('late'))}
              </Figure>
            )}
            <Figure name="Một nửa xác nhận trong">
              <Words minutes={board.median} />
            </Figure>
            <Figure name="Chín phần mười trong">
              <Words minutes={board.ninetieth} />
            </Figure>
          </dl>
          <WaitingTable waiting={waiting} now={at} />
          <h2>Văn bản khẩn tuần này</h2>
          {urgent.length === 0 ? (
            <p class="muted">Tuần này chưa phát hành văn bản khẩn nào.</p>
          ) : (
            <BoardTable rows={urgent} />
          )}
          <div class="pair">
            <WeeksChart weeks={weeks} />
            <PaceChart weeks={weeks} />
            {isAnswered && <AnswersChart weeks={weeks} />}
          </div>
          <div class="pair parts">
            <ByPart title="Theo khu vực" parts={areas} />
            <ByPart title="Theo loại cơ quan" parts={kinds} />
          </div>
          <div class="most">
            <MostLate agencies={agencies} weeks={weeks.length} />
            {isAnswered && <MostSilent agencies={silent} weeks={weeks.length} />}
          </div>
          <section class="latest">
            <h2>Văn bản mới phát hành</h2>
            <BoardTable rows={latest} />
          </section>
          <p class="on-paper">
            Trên giấy có 25 văn bản mới nhất; danh sách đầy đủ ở Sổ văn bản đi.
          </p>
        </div>
      )}
    </>
  );
}

const Words = ({ minutes }: { minutes: number | null }) => (
  <span class="words">{minutes === null ? '–' : duration(minutes)}</span>
);
