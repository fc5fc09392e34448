import type { CalendarDay } from '../../../src/office/calendar/national-days.ts';
import { shortDate, vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import { Field } from '../../platform/components/field.tsx';
import { Month } from './month.tsx';

export interface CalendarPageProps {
  year: number;
  days: CalendarDay[];
  /** The State has announced the days of this year. */
  isAnnounced: boolean;
  settled: { settledAt: Date; settler: { fullName: string } } | null;
  /** What stands in the text field, one day a line. */
  text: string;
  faults: string[];
  mayManage: boolean;
  today: string;
}

export function CalendarPage(props: CalendarPageProps) {
  const { year, days, isAnnounced, settled, today } = props;
  return (
    <>
      <p class="muted">
        <a href={`/calendar/${year - 1}`}>‹ {year - 1}</a>
        {' · '}
        <a href={`/calendar/${year + 1}`}>{year + 1} ›</a>
      </p>
      <h1>Lịch làm việc {year}</h1>
      <p class="muted">
        {settled
          ? `${settled.settler.fullName} ghi lúc ${vietnamTime(settled.settledAt)}.`
          : isAnnounced
            ? 'Theo thông báo nghỉ lễ chung của cả nước; cơ quan chưa ghi riêng.'
            : 'Dự kiến theo luật và âm lịch: năm này chưa có thông báo. Có thông báo thì văn thư ghi lại.'}{' '}
        Mọi thời hạn tính theo lịch này, giờ làm việc 07:30–17:00.
      </p>
      <div class="year">
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} {...{ year, month, days, today }} />
        ))}
      </div>
      <ul class="days">
        {days.map(({ date, kind, name }) => (
          <li key={date} class={kind}>
            <time dateTime={date}>{shortDate(date)}</time> {name}
          </li>
        ))}
      </ul>
      {props.mayManage && <Settle {...props} />}
    </>
  );
}

function Settle({ year, text, faults }: CalendarPageProps) {
  return (
    <form method="post" action={`/calendar/${year}`} class="stack column">
      <h2>Sửa lịch năm {year}</h2>
      <Field
        id="days"
        label="Mỗi dòng một ngày"
        hint="Ngày, chữ “nghỉ” hoặc “làm”, rồi tên. Thứ Bảy, Chủ nhật nghỉ sẵn, không cần ghi; ghi “làm” khi đi làm bù. Nhiều ngày liền: 16/02/2026-20/02/2026 nghỉ Tết. Dán cả danh sách từ nơi khác cũng được."
        error={faults.length > 0 ? `Chưa lưu. ${faults.join(' ')}` : undefined}
      >
        <textarea
          id="days"
          name="days"
          rows={18}
          spellcheck={false}
          aria-describedby={faults.length > 0 ? 'days-hint days-error' : 'days-hint'}
        >
          {text}
        </textarea>
      </Field>
      <p class="muted">
        Văn bản đã phát hành giữ thời hạn đã báo cho nơi nhận; lịch mới dùng từ lần phát hành sau.
      </p>
      <button class="primary">Lưu lịch {year}</button>
    </form>
  );
}
