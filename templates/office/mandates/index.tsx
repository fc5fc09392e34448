import type { Mandate } from '../../../src/office/accounts/mandate.entity.ts';
import { shortDate } from '../../../src/platform/time/vietnam-time.ts';
import { periodOf, scopeOf } from '../../../src/office/mandates/words.ts';

export interface MandatesProps {
  mandates: Mandate[];
  today: string;
  /** Only those of a day, `YYYY-MM-DD`. */
  on?: string;
  mayManage: boolean;
}

export function MandatesPage(props: MandatesProps) {
  const { mandates, today, on, mayManage } = props;
  const ended = mandates.filter((mandate) => mandate.hasEndedBefore(today));
  const running = mandates.filter((mandate) => mandate.isValidOn(today));
  const coming = mandates.filter(
    (mandate) => !ended.includes(mandate) && !running.includes(mandate),
  );
  return (
    <>
      <div class="heading">
        <h1>Thẩm quyền ký</h1>
        {mayManage && (
          <a class="button primary" href="/mandates/new">
            Ghi thẩm quyền mới
          </a>
        )}
      </div>
      <p class="muted">
        Ai được ký văn bản nào, với tư cách nào, trong thời gian nào (Điều 13 Nghị định
        30/2020/NĐ-CP). Ngoài phạm vi này hệ thống không cho trình ký và không cho ký.
      </p>
      <form class="filters" method="get">
        <label>
          Ai ký được ngày
          <input type="date" name="on" value={on} />
        </label>
        <button>Xem</button>
        {on && <a href="/mandates">Xem tất cả</a>}
      </form>
      {on ? (
        <OfDay {...{ mandates, on }} />
      ) : (
        <>
          {mandates.length === 0 && <p>Chưa ghi thẩm quyền nào.</p>}
          <Group title="Đang có hiệu lực" mandates={running} mayEnd={mayManage} />
          <Group title="Chưa đến ngày" mandates={coming} mayEnd={mayManage} />
          <Group title="Đã hết hiệu lực" mandates={ended} mayEnd={false} />
        </>
      )}
    </>
  );
}

function OfDay({ mandates, on }: { mandates: Mandate[]; on: string }) {
  const day = shortDate(on);
  return mandates.length === 0 ? (
    <p>Ngày {day} không ai có thẩm quyền ký.</p>
  ) : (
    <Group title={`Ký được ngày ${day}`} mandates={mandates} mayEnd={false} />
  );
}

function Group({
  title,
  mandates,
  mayEnd,
}: {
  title: string;
  mandates: Mandate[];
  mayEnd: boolean;
}) {
  if (mandates.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <small>{mandates.length}</small>
      </h2>
      <ul class="sheets">
        {mandates.map((mandate) => (
          <li key={mandate.id} class={mayEnd ? undefined : 'past'}>
            <div class="authority">
              {mandate.authority.map((line) => (
                <span key={line}>{line}</span>
              ))}
              <b>{mandate.account.fullName}</b>
            </div>
            <dl>
              <dt>Phạm vi</dt>
              <dd>{scopeOf(mandate)}</dd>
              <dt>Hiệu lực</dt>
              <dd>{periodOf(mandate)}</dd>
              {mandate.grantedFrom && (
                <>
                  <dt>Người giao</dt>
                  <dd>
                    {mandate.grantedFrom.account.fullName}, {mandate.grantedFrom.authority.at(-1)}
                  </dd>
                </>
              )}
              {mandate.basis && (
                <>
                  <dt>Căn cứ</dt>
                  <dd>{mandate.basis}</dd>
                </>
              )}
            </dl>
            {mayEnd && (
              <a class="button quiet" href={`/mandates/${mandate.id}/end`}>
                Kết thúc<span class="unseen"> thẩm quyền của {mandate.account.fullName}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
