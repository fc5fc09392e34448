import { count } from '../../../../src/platform/text/words.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { Reminders } from '../../../../src/office/follow-up/reminders/reminding.schemas.ts';
import { Countdown } from '../../../platform/components/countdown.tsx';
import {
  CONCERN_NAMES,
  RUNG_NAMES,
  timing,
} from '../../../../src/office/follow-up/reminders/words.ts';

/** On the page of progress: who was reminded when, and what comes next. */
export function RemindersBox({ reminders, now }: { reminders: Reminders; now: Date }) {
  const { isPaused, past, next } = reminders;
  const owing = reminders.owing + reminders.owingReplies;
  if (past.length === 0 && owing === 0) return null;
  return (
    <section class="reminders">
      <h2>Nhắc và đôn đốc</h2>
      {isPaused && <p class="warning">Đang tạm dừng gửi nên không nhắc ai.</p>}
      <ol class="steps">
        {past.map((step) => (
          <li key={step.id}>
            <b>{vietnamTime(step.at)}</b> {RUNG_NAMES[step.rung]}, {timing(step)}: {outcome(step)}
            {step.to.length > 0 && <small>Gửi {step.to.join('; ')}</small>}
          </li>
        ))}
        {next.map((step) => (
          <li key={`${step.id} ${step.deadline.getTime()}`} class="coming">
            <b>{vietnamTime(step.at)}</b> {RUNG_NAMES[step.rung]}, {timing(step)} (hạn{' '}
            {vietnamTime(step.deadline)}): {count(step.recipients)} nơi nếu khi đó vẫn chưa{' '}
            {CONCERN_NAMES[step.concerns]},{' '}
            {step.isWithoutContact ? (
              <span class="bad">
                sẽ bị bỏ qua: <a href="/reminders">chưa có địa chỉ thư</a>
              </span>
            ) : (
              <Countdown to={step.at} now={now} />
            )}
          </li>
        ))}
      </ol>
      {owing === 0 && <p class="muted">Không còn nơi nào phải nhắc.</p>}
      {owing > 0 && next.length === 0 && !isPaused && (
        <p class="muted">
          {count(owing)} nơi còn phải nhắc; không còn bước nhắc nào ở phía trước.{' '}
          <a href="/reminders">Xem các bước nhắc</a>
        </p>
      )}
    </section>
  );
}

function outcome(step: Reminders['past'][number]): string {
  const { rung, recipients, mails, sent, failed, dropped } = step;
  if (rung === 'telephone') return `${count(recipients)} nơi vào danh sách gọi điện`;
  const waiting = mails - sent - failed - dropped;
  const parts = [
    ...(sent ? [`đã gửi ${count(sent)} thư`] : []),
    ...(waiting ? [`${count(waiting)} thư chờ gửi`] : []),
    ...(failed ? [`${count(failed)} thư gửi hỏng`] : []),
    ...(dropped ? [`${count(dropped)} thư không cần gửi nữa`] : []),
  ];
  const about = rung === 'recipient' ? '' : `về ${count(recipients)} nơi, `;
  return about + parts.join(', ');
}
