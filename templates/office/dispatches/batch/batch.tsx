import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { BatchWithState } from '../../../../src/office/dispatches/drafting/batch/signing-batches.service.ts';
import type {
  ItemState,
  SigningItem,
} from '../../../../src/office/dispatches/drafting/batch/signing-item.entity.ts';

const ITEM_NAMES: Record<ItemState, string> = {
  waiting: 'Chưa ký',
  signed: 'Đã ký',
  refused: 'Không ký',
};

const TAGS: Record<ItemState, string> = { waiting: '', signed: 'issued', refused: 'failed' };

/** How far a batch got; the part that changes asks for itself again while the signing goes on. */
export function BatchPage({ batch }: { batch: BatchWithState }) {
  const here = `/signing/batches/${batch.id}`;
  const again = {
    'hx-get': here,
    'hx-trigger': 'every 1s',
    'hx-select': '#batch',
    'hx-swap': 'outerHTML',
  };
  return (
    <div class="column" id="batch" {...(batch.state === 'running' ? again : {})}>
      <p class="muted">
        <a href="/signing">‹ Chờ tôi ký</a>
      </p>
      <h1>
        Lượt ký <small>lúc {vietnamTime(batch.requestedAt)}</small>
      </h1>
      <Sum batch={batch} />
      <ol class="confirmed">
        {batch.items.map((item) => (
          <Item key={item.position} item={item} isReadable={batch.readable.has(item.dispatchId)} />
        ))}
      </ol>
      {batch.state === 'running' && (
        <p class="muted">
          Có thể đóng trang này, hệ thống vẫn ký tiếp. <a href={here}>Xem lại ngay</a>
        </p>
      )}
      {batch.state === 'done' && (
        <p>
          <a class="button" href="/signing">
            Về các văn bản chờ tôi ký
          </a>
        </p>
      )}
    </div>
  );
}

function Sum({ batch }: { batch: BatchWithState }) {
  const { state, items, stoppedBecause } = batch;
  const count = (wanted: ItemState) => items.filter((item) => item.state === wanted).length;
  const [signed, refused, waiting] = [count('signed'), count('refused'), count('waiting')];
  return (
    <>
      <svg
        class="bar"
        viewBox={`0 0 ${items.length} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${signed} đã ký, ${refused} không ký, ${waiting} chưa ký`}
      >
        <rect class="acknowledged" x={0} width={signed} height={1} />
        <rect class="failed" x={signed} width={refused} height={1} />
      </svg>
      <p
        {...(state === 'done' && refused === 0
          ? { class: 'sum done', role: 'status' }
          : { class: 'sum' })}
      >
        <strong>
          Đã ký {signed}/{items.length}
        </strong>
        {refused > 0 && <span> · {refused} không ký được, lý do ghi ở từng văn bản</span>}
        {state === 'running' && <span> · đang ký…</span>}
      </p>
      {state === 'stopped' && (
        <form
          class="notice"
          role="alert"
          method="post"
          action={`/signing/batches/${batch.id}/resumption`}
        >
          <p>
            Dừng khi còn {waiting} văn bản chưa ký.{' '}
            {stoppedBecause ?? 'Hệ thống bị ngắt giữa chừng.'} Văn bản đã ký không bị ký lại.
          </p>
          <button class="primary">Ký tiếp {waiting} văn bản</button>
        </form>
      )}
    </>
  );
}

/** What was restricted since to others has no more than its number. */
function Item({ item, isReadable }: { item: SigningItem; isReadable: boolean }) {
  const { dispatch, state, settledAt, refusal } = item;
  return (
    <li>
      <b class={`tag ${TAGS[state]}`}>{ITEM_NAMES[state]}</b>
      {isReadable ? (
        <a href={`/dispatches/${dispatch.id}`}>{subjectOf(dispatch)}</a>
      ) : (
        'Văn bản hạn chế đọc'
      )}
      <small>
        {reference(dispatch)}
        {settledAt && ` · ${vietnamTime(settledAt)}`}
      </small>
      {refusal && <p class="error">{refusal}</p>}
    </li>
  );
}
