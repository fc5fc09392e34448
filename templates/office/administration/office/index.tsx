import type { OfficeHead } from '../../../../src/office/accounts/office-head.entity.ts';
import type { Unit } from '../../../../src/office/accounts/unit.entity.ts';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import type { MaybeReadable } from '../../../../src/office/dispatches/reading/readable.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import { SignedBefore } from './signed-before.tsx';
import { UnitsTable } from './units-table.tsx';

export interface OfficePageProps {
  /** The newest first. */
  heads: OfficeHead[];
  /** Today's. */
  current: OfficeHead;
  signed: (Dispatch & MaybeReadable)[];
  units: Unit[];
  today: string;
}

export function OfficePage({ heads, current, signed, units, today }: OfficePageProps) {
  const coming = heads.filter(({ validFrom }) => validFrom !== null && validFrom > today);
  const former = heads.filter((head) => head.id !== current.id && !coming.includes(head));
  const ofId = new Map(heads.map((head, index) => [head.id, heads[index - 1]]));
  return (
    <>
      <div class="heading">
        <h1>Cơ quan</h1>
        <div class="actions">
          <a class="button" href="/office/settings">
            Thiết lập
          </a>
          <a class="button primary" href="/office/heads/new">
            Đổi đầu văn bản
          </a>
        </div>
      </div>
      <p class="muted measure">
        Văn bản in đầu đang dùng vào ngày của nó: văn bản đã phát hành giữ nguyên đầu cũ, kể cả khi
        tra cứu và kiểm tra về sau.
      </p>
      {coming.length > 0 && (
        <section>
          <h2>Sắp dùng</h2>
          <SignedBefore signed={signed} from={coming.at(-1)!.validFrom!} />
          <ul class="sheets">
            {coming.map((head) => (
              <Sheet key={head.id} head={head} next={ofId.get(head.id)} isComing />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Đang dùng</h2>
        <ul class="sheets">
          <Sheet head={current} next={ofId.get(current.id)} />
        </ul>
      </section>
      {former.length > 0 && (
        <section>
          <h2>
            Đã dùng <small>{former.length}</small>
          </h2>
          <ul class="sheets">
            {former.map((head) => (
              <Sheet key={head.id} head={head} next={ofId.get(head.id)} isPast />
            ))}
          </ul>
        </section>
      )}
      <UnitsTable units={units} today={today} />
    </>
  );
}

/** The head as it is printed, and what else is known under it. `next` follows it. */
function Sheet({
  head,
  next,
  isComing = false,
  isPast = false,
}: {
  head: OfficeHead;
  next: OfficeHead | undefined;
  isComing?: boolean;
  isPast?: boolean;
}) {
  const { name, parentBody, place, symbol, contact, identifier, formerIdentifier } = head;
  return (
    <li class={isComing ? undefined : 'past'}>
      <div class={isPast ? 'authority letterhead former' : 'authority letterhead'}>
        {parentBody && <i>{parentBody.toLocaleUpperCase('vi')}</i>}
        <span>{name.toLocaleUpperCase('vi')}</span>
      </div>
      <dl>
        <dt>Dùng</dt>
        <dd>{period(head, next)}</dd>
        <dt>Ký hiệu</dt>
        <dd>{symbol}</dd>
        <dt>Địa danh</dt>
        <dd>{place}</dd>
        {contact.length > 0 && (
          <>
            <dt>Chân trang</dt>
            <dd>
              {contact.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </dd>
          </>
        )}
        {(identifier || formerIdentifier) && (
          <>
            <dt>Mã định danh</dt>
            <dd>
              {identifier && <div>{identifier}</div>}
              {formerIdentifier && <small>mã cũ {formerIdentifier}</small>}
            </dd>
          </>
        )}
      </dl>
      {isComing && (
        <form method="post" action={`/office/heads/${head.id}/removal`}>
          <button class="quiet">
            Bỏ<span class="unseen"> đầu “{name}”</span>
          </button>
        </form>
      )}
    </li>
  );
}

function period({ validFrom }: OfficeHead, next: OfficeHead | undefined): string {
  const from = validFrom ? `từ ngày ${shortDate(validFrom)}` : 'từ đầu';
  return next?.validFrom ? `${from}, đến trước ngày ${shortDate(next.validFrom)}` : from;
}
