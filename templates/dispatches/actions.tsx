import { ContentCode } from '../signing/content-code.tsx';
import type { ShowDispatchProps } from './show.tsx';

/** What this person may do with the dispatch now. */
export function Actions(props: ShowDispatchProps) {
  const { dispatch, by } = props;
  const drafts = by.role === 'drafter' || by.role === 'clerk';
  const here = `/dispatches/${dispatch.id}`;
  if (dispatch.state === 'issued') {
    return (
      <p class="actions">
        <a class="button primary" href={`${here}/progress`}>
          Theo dõi nơi nhận
        </a>
      </p>
    );
  }
  if (dispatch.isEditable && drafts) {
    return (
      <form class="actions" method="post" action={`${here}/submission`}>
        <button class="primary">Trình ký</button>
        <a class="button" href={`${here}/edit`}>
          Sửa
        </a>
      </form>
    );
  }
  if (dispatch.state === 'submitted' && dispatch.mandate?.accountId === by.id) {
    return <SignOrReturn {...props} />;
  }
  if (dispatch.state === 'signed' && by.role === 'clerk') return <Issue {...props} />;
  return <p class="muted">{WAITING[dispatch.state]}</p>;
}

const WAITING = {
  draft: 'Đang soạn thảo.',
  returned: 'Đang chờ người soạn sửa.',
  submitted: 'Đang chờ ký.',
  signed: 'Đã ký, đang chờ văn thư phát hành.',
};

function SignOrReturn({ dispatch, contentHash, reasonError }: ShowDispatchProps) {
  const here = `/dispatches/${dispatch.id}`;
  return (
    <>
      <form class="actions" method="post" action={`${here}/signature`}>
        <input type="hidden" name="contentSha256" value={contentHash} />
        <button class="primary">Ký văn bản</button>
        <small>
          <ContentCode hash={contentHash} />
        </small>
      </form>
      <form class="stack" method="post" action={`${here}/return`}>
        <label for="reason">Trả lại để sửa</label>
        <textarea id="reason" name="reason" rows={2} required />
        {reasonError && <p class="error">{reasonError}</p>}
        <button>Trả lại</button>
      </form>
    </>
  );
}

function Issue({ dispatch, preflight }: ShowDispatchProps) {
  const { recipients, unreachable } = preflight;
  return (
    <form class="stack" method="post" action={`/dispatches/${dispatch.id}/issuance`}>
      <p>
        Lấy số, ghi ngày hôm nay và gửi tới{' '}
        <strong>{recipients.length - unreachable.length}</strong> địa chỉ.
      </p>
      {unreachable.length > 0 && (
        <label class="check">
          <input type="checkbox" name="withoutAddress" value="true" required />
          Vẫn phát hành; gửi bản giấy cho {unreachable.length} nơi chưa có địa chỉ thư
        </label>
      )}
      <button class="primary">Phát hành</button>
    </form>
  );
}
