import { duration } from '../../../src/platform/text/words.ts';
import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';

const minutes = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 60_000);

/** `còn 2 giờ 15 phút`, or since when it is late. */
export function Countdown({ to, now }: { to: Date; now: Date }) {
  if (now < to) return <span class="left">còn {duration(minutes(now, to))}</span>;
  return (
    <b class="bad">
      quá hạn từ {vietnamTime(to)}, đã {duration(minutes(to, now))}
    </b>
  );
}
