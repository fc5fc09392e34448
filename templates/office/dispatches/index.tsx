import { shortDate } from '../../../src/platform/time/vietnam-time.ts';
import type { Dispatch, DispatchState } from '../../../src/office/dispatches/dispatch.entity.ts';
import { subjectOf } from '../../../src/engines/page/document-types.ts';
import type { DispatchFilter } from '../../../src/office/dispatches/dispatch.schemas.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import { Pager, query } from '../../platform/components/pager.tsx';
import { READING_NAMES, STATE_NAMES, URGENCY_NAMES } from '../../../src/office/dispatches/words.ts';

const STATES = Object.keys(STATE_NAMES) as DispatchState[];

export function DispatchesPage({
  items,
  total,
  filter,
  pageSize,
  roles,
}: {
  items: Dispatch[];
  total: number;
  filter: DispatchFilter;
  pageSize: number;
  roles: string[];
}) {
  return (
    <>
      <div class="heading">
        <h1>Văn bản đi</h1>
        {(roles.includes('drafter') || roles.includes('clerk')) && (
          <p class="actions">
            <a class="button" href="/dispatches/import">
              Lấy từ tệp Word
            </a>
            <a class="button" href="/templates">
              Soạn từ mẫu
            </a>
            <a class="button primary" href="/dispatches/new">
              Soạn văn bản
            </a>
          </p>
        )}
      </div>
      <nav class="tabs" aria-label="Theo trạng thái">
        <a href={query({ q: filter.q })} aria-current={filter.state ? undefined : 'page'}>
          Tất cả
        </a>
        {STATES.map((state) => (
          <a
            key={state}
            href={query({ state, q: filter.q })}
            aria-current={filter.state === state ? 'page' : undefined}
          >
            {STATE_NAMES[state]}
          </a>
        ))}
      </nav>
      <form class="filters" method="get">
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <label class="search">
          Số, trích yếu, nội dung, phụ lục hoặc nơi nhận, có dấu hay không
          <input type="search" name="q" value={filter.q} />
        </label>
        <button>Tìm</button>
      </form>
      {items.length === 0 ? (
        <p>
          {filter.q
            ? 'Không có văn bản nào có đủ các từ này. Thử bớt từ, hoặc chọn “Tất cả” ở trên.'
            : 'Không có văn bản nào.'}
        </p>
      ) : (
        <ul class="cards">
          {items.map((dispatch) => (
            <Card key={dispatch.id} dispatch={dispatch} />
          ))}
        </ul>
      )}
      <Pager
        page={filter.page}
        pageSize={pageSize}
        total={total}
        href={(page) => query({ ...filter, page })}
      />
    </>
  );
}

function Card({ dispatch }: { dispatch: Dispatch }) {
  return (
    <li>
      <a href={`/dispatches/${dispatch.id}`}>
        <b class={`tag ${dispatch.state}`}>{STATE_NAMES[dispatch.state]}</b>
        {dispatch.urgency !== 'normal' && (
          <b class="tag urgent">{URGENCY_NAMES[dispatch.urgency]}</b>
        )}
        {dispatch.reading === 'restricted' && <b class="tag">{READING_NAMES.restricted}</b>}
        <small>
          {reference(dispatch)}
          {dispatch.issuedOn && `, ngày ${shortDate(dispatch.issuedOn)}`}
        </small>
        <span>{subjectOf(dispatch)}</span>
      </a>
    </li>
  );
}
