import { count } from '../../../../src/platform/text/words.ts';
import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import type { Relative } from '../../../../src/office/dispatches/followers.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type {
  ProgressFacts,
  RecipientFilter,
} from '../../../../src/office/follow-up/progress/tracking.schemas.ts';
import type { RecallCounts } from '../../../../src/office/recipients/recalls/recall.schemas.ts';
import type { Reminders } from '../../../../src/office/follow-up/reminders/reminding.schemas.ts';
import type { RecipientRow } from '../../../../src/office/follow-up/progress/recipients.service.ts';
import { Pager, query } from '../../../platform/components/pager.tsx';
import { FollowedBy } from '../../dispatches/relatives.tsx';
import { URGENCY_NAMES } from '../../../../src/office/dispatches/words.ts';
import { RecallBox } from '../../recipients/recalls/recall-box.tsx';
import { RemindersBox } from '../reminders/reminders-box.tsx';
import { Filters, search } from './filters.tsx';
import { LivePart } from './live-part.tsx';
import { RecipientTable } from './recipient-table.tsx';

export interface ProgressProps {
  dispatch: Dispatch;
  progress: ProgressFacts;
  filter: RecipientFilter;
  recall: RecallCounts;
  followers: Relative[];
  items: RecipientRow[];
  total: number;
  pageSize: number;
  isClerk: boolean;
  reminders: Reminders;
  now: Date;
}

export function ProgressPage({
  dispatch,
  progress,
  filter,
  recall,
  followers,
  items,
  total,
  pageSize,
  isClerk,
  reminders,
  now,
}: ProgressProps) {
  const api = `/api/dispatches/${dispatch.id}`;
  return (
    <>
      <p class="muted">
        <a href={`/dispatches/${dispatch.id}`}>‹ Văn bản</a>
      </p>
      <h1>
        {reference(dispatch)}
        {dispatch.issuedOn && <small> ngày {shortDate(dispatch.issuedOn)}</small>}
      </h1>
      <p>
        {dispatch.urgency !== 'normal' && (
          <b class="tag urgent">{URGENCY_NAMES[dispatch.urgency]}</b>
        )}
        {subjectOf(dispatch)}
      </p>
      {progress.total.total === 0 ? (
        <p>Văn bản chưa được phát hành nên chưa có nơi nhận nào.</p>
      ) : (
        <>
          <FollowedBy followers={followers} />
          <RecallBox dispatchId={dispatch.id} counts={recall} />
          <div {...live(dispatch.id)}>
            <LivePart dispatchId={dispatch.id} progress={progress} isClerk={isClerk} />
          </div>
          <RemindersBox reminders={reminders} now={now} />
          <h2 id="recipients">Danh sách nơi nhận</h2>
          <Filters filter={filter} progress={progress} />
          <p class="muted take-along">
            <span>
              {count(total)} nơi nhận, lúc {vietnamTime(now)}
            </span>
            <a href={`${query({ ...search(filter), page: filter.page })}#recipients`}>Làm mới</a>
            <a href={`${api}/recipients.xlsx${query(search(filter))}`}>Tải XLSX</a>
            <a href={`${api}/recipients.csv${query(search(filter))}`}>Tải CSV</a>
            <a href={`${api}/report`}>In báo cáo một trang (PDF)</a>
          </p>
          <RecipientTable items={items} dispatchId={dispatch.id} isClerk={isClerk} />
          <Pager
            page={filter.page}
            pageSize={pageSize}
            total={total}
            href={(page) => `${query({ ...search(filter), page })}#recipients`}
          />
        </>
      )}
    </>
  );
}

/** New content comes by itself; what has the focus keeps it. */
const live = (id: string) => ({
  'hx-sse:connect': `/dispatches/${id}/progress/live`,
  'hx-swap': 'innerMorph',
});
