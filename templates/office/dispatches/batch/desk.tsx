import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { SigningBatch } from '../../../../src/office/dispatches/drafting/batch/signing-batch.entity.ts';
import type { Waiting } from '../../../../src/office/dispatches/drafting/batch/signing-queue.ts';
import { URGENCY_NAMES } from '../../../../src/office/dispatches/words.ts';
import { ContentCode } from './content-code.tsx';

export interface DeskProps {
  items: Waiting[];
  total: number;
  /** Batches that have not come to their end. */
  unfinished: SigningBatch[];
  isAllChosen?: boolean;
  problem?: string;
}

export function DeskPage({ items, total, unfinished, isAllChosen, problem }: DeskProps) {
  const ready = items.filter((item) => item.problem === null);
  return (
    <>
      <h1>
        Chờ tôi ký <small>{total} văn bản</small>
      </h1>
      {unfinished.map((batch) => (
        <Unfinished key={batch.id} batch={batch} />
      ))}
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {items.length === 0 ? (
        <p>Không có văn bản nào chờ bạn ký.</p>
      ) : (
        <form method="get" action="/signing/confirmation">
          <p class="pick-all">
            <span>
              Mở từng văn bản để đọc, chọn những văn bản sẽ ký; bước sau xem lại rồi mới ký.
            </span>
            {ready.length > 1 && (
              <a href={isAllChosen ? '/signing' : '/signing?all=1'}>
                {isAllChosen ? 'Bỏ chọn tất cả' : `Chọn cả ${ready.length}`}
              </a>
            )}
          </p>
          <ul class="picks">
            {items.map((item) => (
              <Item key={item.dispatch.id} item={item} isChosen={isAllChosen} />
            ))}
          </ul>
          {total > items.length && (
            <p class="muted">
              Đang hiện {items.length} văn bản chờ lâu nhất; ký xong sẽ hiện tiếp các văn bản sau.
            </p>
          )}
          {ready.length > 0 && (
            <div class="bottom">
              <button class="primary">Xem lại các văn bản đã chọn</button>
            </div>
          )}
        </form>
      )}
    </>
  );
}

function Item({ item, isChosen }: { item: Waiting; isChosen?: boolean }) {
  const { dispatch, contentSha256, submittedAt, problem } = item;
  const id = `pick-${dispatch.id}`;
  return (
    <li class={problem ? 'blocked' : undefined}>
      <input
        type="checkbox"
        id={id}
        name="items"
        value={`${dispatch.id}.${contentSha256}`}
        checked={isChosen && !problem}
        disabled={problem !== null}
      />
      <div>
        <label for={id}>
          {dispatch.urgency !== 'normal' && (
            <b class="tag urgent">{URGENCY_NAMES[dispatch.urgency]}</b>
          )}
          {subjectOf(dispatch)}
        </label>
        <small>
          {reference(dispatch)} · {dispatch.drafter.fullName} soạn · trình{' '}
          {vietnamTime(submittedAt)}
        </small>
        <small>
          Ký {dispatch.mandate?.authority.join(' / ')} · <ContentCode hash={contentSha256} />
        </small>
        {problem && <p class="error">{problem}</p>}
      </div>
      <a class="button quiet" href={`/dispatches/${dispatch.id}`} target="read">
        Đọc<span class="unseen"> {subjectOf(dispatch)}</span>
      </a>
    </li>
  );
}

function Unfinished({ batch }: { batch: SigningBatch & { state?: string } }) {
  const waiting = batch.items.filter(({ state }) => state === 'waiting').length;
  const isRunning = batch.state === 'running';
  return (
    <div class="notice">
      Lượt ký lúc {vietnamTime(batch.requestedAt)}{' '}
      {isRunning
        ? `đang ký, còn ${waiting} văn bản.`
        : `dừng giữa chừng, còn ${waiting} văn bản chưa ký.`}{' '}
      <a href={`/signing/batches/${batch.id}`}>{isRunning ? 'Xem tiến độ' : 'Xem và ký tiếp'}</a>
    </div>
  );
}
