import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type {
  LeftOut,
  Waiting,
} from '../../../../src/office/dispatches/drafting/batch/signing-queue.ts';
import { ContentCode } from './content-code.tsx';

export interface ConfirmationProps {
  ready: Waiting[];
  left: LeftOut[];
  /** Two clicks on this page are one batch. */
  batchId: string;
}

export function ConfirmationPage({ ready, left, batchId }: ConfirmationProps) {
  return (
    <div class="column">
      <p class="muted">
        <a href="/signing">‹ Chờ tôi ký</a>
      </p>
      <h1>
        {ready.length > 0 ? `Xác nhận ký ${ready.length} văn bản` : 'Chưa có văn bản nào để ký'}
      </h1>
      {left.length > 0 && (
        <div class="notice">
          <p>Không đưa vào lượt ký này:</p>
          <ul>
            {left.map(({ dispatchId, dispatch, problem }) => (
              <li key={dispatchId}>
                <a href={`/dispatches/${dispatchId}`}>
                  {dispatch ? subjectOf(dispatch) : 'Một văn bản'}
                </a>
                : {problem}
              </li>
            ))}
          </ul>
        </div>
      )}
      {ready.length > 0 && (
        <form method="post" action="/signing/batches">
          <input type="hidden" name="id" value={batchId} />
          <p>
            Chữ ký số gắn đúng với nội dung có mã dưới đây. Nội dung nào thay đổi trước khi ký xong
            thì văn bản đó không được ký.
          </p>
          <ol class="confirmed">
            {ready.map((item) => (
              <Item key={item.dispatch.id} item={item} />
            ))}
          </ol>
          <div class="actions bottom">
            <button class="primary">Ký {ready.length} văn bản</button>
            <a href="/signing">Quay lại</a>
          </div>
        </form>
      )}
    </div>
  );
}

function Item({ item: { dispatch, contentSha256 } }: { item: Waiting }) {
  return (
    <li>
      <input type="hidden" name="items" value={`${dispatch.id}.${contentSha256}`} />
      <a href={`/dispatches/${dispatch.id}/document.pdf`} target="read">
        {subjectOf(dispatch)}
      </a>
      <small>
        {reference(dispatch)} · {dispatch.mandate?.authority.join(' / ')}
      </small>
      <small>
        <ContentCode hash={contentSha256} whole />
      </small>
    </li>
  );
}
