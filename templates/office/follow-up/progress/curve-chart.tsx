import { count, duration, percent } from '../../../../src/platform/text/words.ts';
import type { ProgressFacts } from '../../../../src/office/follow-up/progress/tracking.schemas.ts';

const WIDTH = 480;
const HEIGHT = 260;
const LEFT = 46;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 34;

/** Steps of the time axis in minutes, from a quarter to a week. */
const STEPS = [15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 10080];

/** How many had acknowledged how long after the dispatch was issued; the table says the same. */
export function CurveChart({ progress }: { progress: ProgressFacts }) {
  const { curve, total, issuedAt, acknowledgeBy } = progress;
  if (curve.length === 0 || !issuedAt) {
    return (
      <section>
        <h2>Thời gian xác nhận</h2>
        <p class="muted">Chưa có nơi nào xác nhận.</p>
      </section>
    );
  }
  const due = acknowledgeBy
    ? Math.round((acknowledgeBy.getTime() - issuedAt.getTime()) / 60_000)
    : undefined;
  const last = Math.max(curve.at(-1)!.minutes, due ?? 0, 30) * 1.04;
  const x = (minutes: number) => LEFT + ((WIDTH - LEFT - RIGHT) * minutes) / last;
  const y = (acknowledged: number) =>
    HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * acknowledged) / total.total;
  const step = STEPS.find((minutes) => last / minutes <= 6) ?? STEPS.at(-1)!;
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
  return (
    <section>
      <h2>Thời gian xác nhận</h2>
      <svg class="chart" role="img" aria-label={words(progress)} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>{words(progress)}</title>
        {[0, 25, 50, 75, 100].map((share) => (
          <g key={share}>
            <line
              class="grid"
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y((share * total.total) / 100)}
              y2={y((share * total.total) / 100)}
            />
            <text class="end" x={LEFT - 8} y={y((share * total.total) / 100) + 4}>
              {share}%
            </text>
          </g>
        ))}
        {ticks.map((minutes) => (
          <text key={minutes} class="middle" x={x(minutes)} y={HEIGHT - 10}>
            {tick(minutes, step)}
          </text>
        ))}
        {due !== undefined && due > 0 && (
          <g class="due">
            <line x1={x(due)} x2={x(due)} y1={TOP} y2={HEIGHT - BOTTOM} />
            <text
              class={x(due) > WIDTH / 2 ? 'end' : undefined}
              x={x(due) + (x(due) > WIDTH / 2 ? -6 : 6)}
              y={TOP + 10}
            >
              hạn
            </text>
          </g>
        )}
        <path class="area" d={`${path(curve, x, y)} V${y(0)} H${x(0)} Z`} />
        <path class="line" d={path(curve, x, y)} />
      </svg>
      <p class="muted">{words(progress)}</p>
    </section>
  );
}

/** A step up at each moment: between two acknowledgements nothing happens. */
function path(curve: ProgressFacts['curve'], x: (at: number) => number, y: (n: number) => number) {
  const steps = curve.map(
    ({ minutes, acknowledged }) => `H${x(minutes).toFixed(1)} V${y(acknowledged).toFixed(1)}`,
  );
  return `M${x(0)} ${y(0)} ${steps.join(' ')}`;
}

function tick(minutes: number, step: number): string {
  if (minutes === 0) return '0';
  if (step < 60) return `${minutes}′`;
  return step < 1440 ? `${minutes / 60} giờ` : `${minutes / 1440} ngày`;
}

function words({ curve, total, median, ninetieth }: ProgressFacts): string {
  const { minutes } = curve.at(-1)!;
  return (
    `${count(total.acknowledged)} nơi (${percent(total.acknowledged, total.total)}%) xác nhận trong ${duration(minutes)} ` +
    `kể từ lúc phát hành; một nửa số đó trong ${duration(median!)}, 90% trong ${duration(ninetieth!)}.`
  );
}
