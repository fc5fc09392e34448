import { REPLY_NAMES } from '../../../../src/office/recipient-words.ts';
import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type {
  InboxFilter,
  InboxQuery,
} from '../../../../src/office/recipients/inbox/inbox.schemas.ts';
import type { InboxRow } from '../../../../src/office/recipients/inbox/inbox.service.ts';
import { Pager, query as search } from '../../../platform/components/pager.tsx';
import { askedOf } from '../../../../src/office/dispatches/term-words.ts';
import { URGENCY_NAMES } from '../../../../src/office/dispatches/words.ts';

const FILTERS: Record<InboxFilter, string> = {
  open: 'Chờ xác nhận',
  late: 'Quá hạn',
  reply: 'Chờ trả lời',
  acknowledged: 'Đã tiếp nhận',
  refused: 'Đã từ chối tiếp nhận',
};

const STATES: Record<InboxRow['state'], string> = {
  open: 'Chờ xác nhận',
  late: 'Quá hạn xác nhận',
  acknowledged: 'Đã tiếp nhận',
  refused: 'Đã từ chối tiếp nhận',
  withdrawn: 'Nơi gửi đã thu hồi',
};

export interface InboxProps {
  agency: { name: string };
  items: InboxRow[];
  total: number;
  pageSize: number;
  query: InboxQuery;
  problem?: string;
}

/** One form over the whole list, so that many can be acknowledged at once without a script. */
export function InboxPage({ agency, items, total, pageSize, query, problem }: InboxProps) {
  const waiting = items.filter(isWaiting);
  return (
    <>
      <h1>Văn bản gửi {agency.name}</h1>
      <nav class="tabs" aria-label="Theo trạng thái">
        <a href="/inbox" aria-current={query.state ? undefined : 'page'}>
          Tất cả
        </a>
        {(Object.keys(FILTERS) as InboxFilter[]).map((state) => (
          <a
            key={state}
            href={`/inbox${search({ state })}`}
            aria-current={query.state === state ? 'page' : undefined}
          >
            {FILTERS[state]}
          </a>
        ))}
      </nav>
      <form class="filters" method="get" action="/inbox">
        {query.state && <input type="hidden" name="state" value={query.state} />}
        <label class="search">
          Số, ký hiệu hoặc trích yếu
          <input type="search" name="q" value={query.q} />
        </label>
        <button>Tìm</button>
      </form>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {items.length === 0 && <p>Không có văn bản nào.</p>}
      <form method="post" action="/inbox/acknowledgements">
        <ul class="inbox">
          {items.map((row) => (
            <Row key={row.id} row={row} agency={agency.name} />
          ))}
        </ul>
        {waiting.length > 0 && (
          <p>
            <button class="primary">Xác nhận đã tiếp nhận các văn bản đã chọn</button>
          </p>
        )}
      </form>
      <Pager
        page={query.page}
        pageSize={pageSize}
        total={total}
        href={(page) => `/inbox${search({ ...query, page })}`}
      />
    </>
  );
}

const isWaiting = ({ state }: InboxRow) => state === 'open' || state === 'late';

function Row({ row, agency }: { row: InboxRow; agency: string }) {
  const { id, state, urgency, issuer, issuedOn, acknowledgeBy, acknowledgedAt, name, reply } = row;
  const asked = askedOf(row);
  return (
    <li>
      {isWaiting(row) && (
        <input type="checkbox" name="recipients" value={id} aria-label={`Chọn ${reference(row)}`} />
      )}
      <a href={`/inbox/${id}`}>
        <b class={state === 'late' ? 'tag urgent' : `tag ${state}`}>{STATES[state]}</b>
        {reply && <b class={reply === 'late' ? 'tag urgent' : 'tag'}>{REPLY_NAMES[reply]}</b>}
        {urgency !== 'normal' && <b class="tag urgent">{URGENCY_NAMES[urgency]}</b>}
        <small>
          {reference(row)}, ngày {shortDate(issuedOn)}, {issuer}
        </small>
        <span>{subjectOf(row)}</span>
        {asked && state !== 'withdrawn' && <small class="asked">{asked}</small>}
        {name !== agency && <small>Gửi {name}, cơ quan mình kế thừa.</small>}
        <small>
          {acknowledgedAt
            ? `Xác nhận lúc ${vietnamTime(acknowledgedAt)}`
            : isWaiting(row) && `Xác nhận trước ${vietnamTime(acknowledgeBy)}`}
        </small>
      </a>
    </li>
  );
}
