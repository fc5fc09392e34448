import { count, percent } from '../../../../src/platform/text/words.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { Week } from '../../../../src/office/follow-up/progress/board.schemas.ts';
import { Legend } from './legend.tsx';

const WIDTH = 480;
const HEIGHT = 240;
const LEFT = 46;
const RIGHT = 8;
const TOP = 14;
const BOTTOM = 30;

/** From the bottom up. */
const PARTS = ['punctual', 'tardy', 'late', 'open'] as const;

type Part = (typeof PARTS)[number];

type Shares = Pick<Week, 'week' | 'dispatches' | 'total' | Part>;

export interface Words {
  title: string;
  /** What the share is of, for who does not see the drawing. */
  share: string;
  whole: string;
  parts: Record<Part, string>;
}

/** Day and month of a week's Monday: `18/11`. */
export const monday = ({ week }: Pick<Week, 'week'>): string => shortDate(week).slice(0, 5);

export function SharesChart({ weeks, words }: { weeks: Shares[]; words: Words }) {
  const shares = weeks.map((week) => (week.total ? week : { ...week, total: 1 }));
  const slot = (WIDTH - LEFT - RIGHT) / weeks.length;
  const tall = HEIGHT - TOP - BOTTOM;
  const label = `${words.share}: ${weeks
    .filter(({ total }) => total > 0)
    .map((week) => `${monday(week)} ${percent(week.punctual, week.total)}%`)
    .join(', ')}`;
  return (
    <section>
      <h2>{words.title}</h2>
      <svg class="chart" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>{label}</title>
        {[0, 25, 50, 75, 100].map((share) => (
          <g key={share}>
            <line
              class="grid"
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={TOP + tall - (tall * share) / 100}
              y2={TOP + tall - (tall * share) / 100}
            />
            <text class="end" x={LEFT - 8} y={TOP + tall - (tall * share) / 100 + 4}>
              {share}%
            </text>
          </g>
        ))}
        {shares.map((week, index) => {
          let top = TOP + tall;
          const x = LEFT + index * slot + slot * 0.15;
          return (
            <g key={week.week}>
              {PARTS.map((part) => {
                const height = (tall * week[part]) / week.total;
                top -= height;
                return (
                  <rect key={part} class={part} x={x} y={top} width={slot * 0.7} height={height} />
                );
              })}
              {(weeks.length - 1 - index) % 3 === 0 && (
                <text class="middle" x={x + slot * 0.35} y={HEIGHT - 8}>
                  {monday(week)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Legend names={words.parts} />
      <details>
        <summary>Số liệu theo tuần</summary>
        <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th>Tuần từ</th>
                <th class="number">Văn bản</th>
                <th class="number">{words.whole}</th>
                {PARTS.map((part) => (
                  <th key={part} class="number">
                    {words.parts[part]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.week}>
                  <td>{monday(week)}</td>
                  <td class="number">{count(week.dispatches)}</td>
                  <td class="number">{count(week.total)}</td>
                  {PARTS.map((part) => (
                    <td key={part} class="number">
                      {count(week[part])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
