import { Figure } from '../../../platform/components/figure.tsx';
import { count, duration, percent } from '../../../../src/platform/text/words.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { ProgressFacts } from '../../../../src/office/follow-up/progress/tracking.schemas.ts';
import { RunBox } from './run-box.tsx';
import { Bar, Legend } from './bar.tsx';
import { CurveChart } from './curve-chart.tsx';
import { Matrix } from './matrix.tsx';
import { Places } from './places.tsx';

/** What moves while recipients acknowledge. */
export function LivePart({
  dispatchId,
  progress,
  isClerk,
}: {
  dispatchId: string;
  progress: ProgressFacts;
  isClerk: boolean;
}) {
  const { total, acknowledgeBy, median, replies } = progress;
  const failed = total.failed + total.unreachable;
  return (
    <>
      <dl class="figures">
        <Figure
          name="Đã tiếp nhận"
          tone="good"
          note={`${count(total.acknowledged)}/${count(total.total)} nơi`}
        >
          {percent(total.acknowledged, total.total)}%
        </Figure>
        <Figure
          name="Quá hạn"
          tone={total.late > 0 && 'bad'}
          note={acknowledgeBy ? `hạn ${vietnamTime(acknowledgeBy)}` : undefined}
        >
          {count(total.late)}
        </Figure>
        {replies.wanted > 0 && (
          <Figure
            name="Đã trả lời"
            tone={replies.late > 0 ? 'bad' : replies.given > 0 && 'good'}
            note={repliesNote(replies)}
          >
            {count(replies.given)}/{count(replies.wanted)}
          </Figure>
        )}
        <Figure name="Từ chối tiếp nhận" tone={total.refused > 0 && 'warn'} note="đang chờ xử lý">
          {count(total.refused)}
        </Figure>
        <Figure name="Chưa gửi được" tone={failed > 0 && 'warn'} note="gửi hỏng, chưa có địa chỉ">
          {count(failed)}
        </Figure>
        <Figure
          name="Một nửa xác nhận trong"
          note={
            progress.ninetieth === null
              ? undefined
              : `90% số nơi trong ${duration(progress.ninetieth)}`
          }
        >
          <span class="words">{median === null ? '–' : duration(median)}</span>
        </Figure>
      </dl>
      <Bar counts={total} />
      <Legend counts={total} />
      <RunBox {...{ dispatchId, progress, isClerk }} />
      <Matrix progress={progress} />
      <div class="pair">
        <CurveChart progress={progress} />
        <Places title="Theo khu vực" filter="area" places={progress.areas} />
        <Places title="Theo huyện, thành phố" filter="district" places={progress.districts} />
      </div>
    </>
  );
}

function repliesNote({ late, replyBy }: ProgressFacts['replies']): string | undefined {
  if (late > 0) return `${count(late)} nơi quá hạn`;
  return replyBy ? `hạn ${vietnamTime(replyBy)}` : undefined;
}
