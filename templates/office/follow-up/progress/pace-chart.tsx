import { duration } from '../../../../src/platform/text/words.ts';
import type { Week } from '../../../../src/office/follow-up/progress/board.schemas.ts';
import { Legend } from './legend.tsx';
import { monday } from './shares-chart.tsx';

const WIDTH = 480;
const HEIGHT = 240;
const LEFT = 60;
const RIGHT = 18;
const TOP = 14;
const BOTTOM = 30;

const LINES = ['median', 'ninetieth'] as const;

const LINE_NAMES = { median: 'Một nửa (trung vị)', ninetieth: 'Chín phần mười' };

/** Round heights for the axis, in minutes. */
const HEIGHTS = [30, 60, 120, 240, 480, 720, 1440, 2880, 4320, 7200, 14_400, 28_800, 57_600];

/** How long recipients take, week by week; the table below says the same. */
export function PaceChart({ weeks }: { weeks: Week[] }) {
  const known = weeks.filter(({ median }) => median !== null);
  const most = Math.max(...known.map(({ ninetieth }) => ninetieth ?? 0), 1);
  const top = HEIGHTS.find((minutes) => minutes >= most) ?? most;
  const slot = (WIDTH - LEFT - RIGHT) / weeks.length;
  const x = (index: number) => LEFT + (index + 0.5) * slot;
  const y = (minutes: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * minutes) / top;
  const label = `Thời gian xác nhận theo tuần: ${known
    .map((week) => `${monday(week)} một nửa trong ${duration(week.median!)}`)
    .join(', ')}`;
  return (
    <section>
      <h2>Thời gian xác nhận theo tuần</h2>
      <svg class="chart" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>{label}</title>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line
              class="grid"
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y(share * top)}
              y2={y(share * top)}
            />
            <text class="end" x={LEFT - 8} y={y(share * top) + 4}>
              {share === 0 ? '0' : brief(share * top)}
            </text>
          </g>
        ))}
        {weeks.map(
          (week, index) =>
            (weeks.length - 1 - index) % 3 === 0 && (
              <text key={week.week} class="middle" x={x(index)} y={HEIGHT - 8}>
                {monday(week)}
              </text>
            ),
        )}
        {LINES.map((line) => (
          <g key={line} class={line}>
            <polyline
              points={weeks
                .map((week, index) => [week[line], index] as const)
                .filter(([minutes]) => minutes !== null)
                .map(([minutes, index]) => `${x(index).toFixed(1)},${y(minutes!).toFixed(1)}`)
                .join(' ')}
            />
            {weeks.map(
              (week, index) =>
                week[line] !== null && (
                  <circle key={week.week} cx={x(index)} cy={y(week[line])} r="3.5" />
                ),
            )}
          </g>
        ))}
      </svg>
      <Legend names={LINE_NAMES} />
      <details>
        <summary>Số liệu theo tuần</summary>
        <table>
          <thead>
            <tr>
              <th>Tuần từ</th>
              {LINES.map((line) => (
                <th key={line} class="number">
                  {LINE_NAMES[line]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.week}>
                <td>{monday(week)}</td>
                {LINES.map((line) => (
                  <td key={line} class="number">
                    {week[line] === null ? '–' : duration(week[line])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** `45′`, `1,5 giờ`, `2 ngày`. */
function brief(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)}′`;
  const [value, unit] = minutes < 1440 ? [minutes / 60, 'giờ'] : [minutes / 1440, 'ngày'];
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} ${unit}`;
}
