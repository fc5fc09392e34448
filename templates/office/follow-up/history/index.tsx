import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type {
  HistoryFilter,
  HistoryItem,
} from '../../../../src/office/follow-up/history/history.schemas.ts';
import { Pager, query } from '../../../platform/components/pager.tsx';
import { Entries } from './entries.tsx';

export interface HistoryProps {
  dispatch: Dispatch;
  filter: HistoryFilter;
  items: HistoryItem[];
  total: number;
  head: { position: number; hash: string };
  pageSize: number;
}

const TABS = [
  { kind: 'all', label: 'Tất cả' },
  { kind: 'acts', label: 'Việc đã làm' },
  { kind: 'readings', label: 'Lượt xem' },
] as const;

export function HistoryPage({ dispatch, filter, items, total, head, pageSize }: HistoryProps) {
  return (
    <>
      <p class="muted">
        <a href={`/dispatches/${dispatch.id}`}>‹ Văn bản</a>
      </p>
      <h1>
        Nhật ký {reference(dispatch)}
        {dispatch.issuedOn && <small> ngày {shortDate(dispatch.issuedOn)}</small>}
      </h1>
      <p>{subjectOf(dispatch)}</p>
      <nav class="tabs" aria-label="Lọc nhật ký">
        {TABS.map(({ kind, label }) => (
          <a
            key={kind}
            href={query({ kind })}
            aria-current={kind === filter.kind ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <p class="muted">
        {total} mục, mới nhất ở trên. Mỗi người xem văn bản ghi một lần trong ngày.
      </p>
      {items.length > 0 && <Entries items={items} />}
      <Pager
        page={filter.page}
        pageSize={pageSize}
        total={total}
        href={(page) => query({ kind: filter.kind, page })}
      />
      <Chain head={head} />
    </>
  );
}

function Chain({ head }: { head: HistoryProps['head'] }) {
  return (
    <aside class="chain">
      <p>
        Nhật ký chỉ ghi thêm, không sửa, không xóa; mỗi mục mang mã băm của mục trước trong toàn cơ
        quan. Chép lại mã dưới đây ở nơi khác thì mọi thay đổi về sau đều bị phát hiện.
      </p>
      <p>
        Cuối chuỗi: mục <b>{head.position}</b>
        <code>{head.hash}</code>
      </p>
    </aside>
  );
}
