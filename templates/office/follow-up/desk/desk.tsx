import { count } from '../../../../src/platform/text/words.ts';
import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type {
  Desk,
  DeskDispatch,
  DeskRow,
} from '../../../../src/office/follow-up/desk/desk.service.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import { Countdown } from '../../../platform/components/countdown.tsx';
import { URGENCY_NAMES } from '../../../../src/office/dispatches/words.ts';
import { Attention } from './attention.tsx';

/** What the clerk does next: issue, mend, answer; what goes out by itself stands last. */
export function DeskPage({ desk, days, now }: { desk: Desk; days: number; now: Date }) {
  const { ready, attention, underWay } = desk;
  return (
    <>
      <h1>Bàn văn thư</h1>
      {ready.length + attention.length + underWay.length === 0 && (
        <p class="done">Không có việc nào đang chờ.</p>
      )}
      {ready.length > 0 && (
        <section>
          <h2>Chờ phát hành ({ready.length})</h2>
          <ul class="tasks">
            {ready.map((dispatch) => (
              <li key={dispatch.id}>
                <Subject dispatch={dispatch} href={`/dispatches/${dispatch.id}`} />
                {dispatch.limit && (
                  <p>
                    Phát hành chậm nhất {vietnamTime(dispatch.limit)}:{' '}
                    <Countdown to={dispatch.limit} now={now} />
                  </p>
                )}
                <a class="button primary" href={`/dispatches/${dispatch.id}`}>
                  {dispatch.state === 'signed' ? 'Xem và phát hành' : 'Xem và lấy số'}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {attention.length > 0 && (
        <section>
          <h2>Cần xử lý ({attention.length})</h2>
          <ul class="tasks">
            {attention.map((row) => (
              <li key={row.id}>
                <Subject dispatch={row} href={progress(row)} />
                <Attention row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {underWay.length > 0 && (
        <section>
          <h2>Đang gửi ({underWay.length})</h2>
          <ul class="tasks">
            {underWay.map((row) => (
              <li key={row.id}>
                <Subject dispatch={row} href={progress(row)} />
                <p>
                  Còn {count(row.counts.waiting)} trong {count(row.counts.total)} nơi nhận.
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="muted">Văn bản phát hành trong {days} ngày qua; trang tự làm mới mỗi phút.</p>
    </>
  );
}

const progress = ({ id }: DeskRow) => `/dispatches/${id}/progress`;

function Subject({ dispatch, href }: { dispatch: DeskDispatch; href: string }) {
  const { urgency, issuedOn } = dispatch;
  return (
    <h3>
      <a href={href}>
        {urgency !== 'normal' && <b class="tag urgent">{URGENCY_NAMES[urgency]}</b>}
        <small>
          {reference(dispatch)}
          {issuedOn && `, ngày ${shortDate(issuedOn)}`}
        </small>
        <span>{subjectOf(dispatch)}</span>
      </a>
    </h3>
  );
}
