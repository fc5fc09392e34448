import type { ShowDispatchProps } from './show-props.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import { ContentCode } from './batch/content-code.tsx';
import { TakeNumber, Issue } from './number-and-issue.tsx';

/** What this person may do with the dispatch now. */
export function Actions(props: ShowDispatchProps) {
  const { dispatch, by } = props;
  const drafts = by.roles.includes('drafter') || by.roles.includes('clerk');
  const here = `/dispatches/${dispatch.id}`;
  if (dispatch.state === 'issued') {
    return (
      <p class="actions">
        <a class="button primary" href={`${here}/progress`}>
          Theo dõi nơi nhận
        </a>
        {by.roles.includes('clerk') && (
          <a class="button" href={`${here}/recall`}>
            Thu hồi
          </a>
        )}
        {drafts && (
          <>
            <a class="button" href={`/dispatches/new?from=${dispatch.id}&relation=replaces`}>
              Soạn văn bản thay thế
            </a>
            <a class="button" href={`/dispatches/new?from=${dispatch.id}&relation=corrects`}>
              Soạn đính chính
            </a>
          </>
        )}
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
  const isSignatory = dispatch.mandate?.accountId === by.id;
  return (
    <>
      <Next {...props} isSignatory={isSignatory} />
      {dispatch.mayBeReturnedBy(by, props.numbersFirst) &&
        (isSignatory || by.roles.includes('clerk')) && <Return {...props} />}
      <TakeBack {...props} />
    </>
  );
}

function Next(props: ShowDispatchProps & { isSignatory: boolean }) {
  const { dispatch, by, isSignatory } = props;
  const { numbersFirst, numberProblem: problem } = props;
  if (dispatch.state === 'submitted') {
    if (problem && by.roles.includes('clerk') && numbersFirst) return <TakeNumber {...props} />;
    if (problem) return <p class="muted">{problem.message}</p>;
    if (isSignatory) return <Sign {...props} />;
  }
  if (dispatch.state === 'signed' && by.roles.includes('clerk')) return <Issue {...props} />;
  return dispatch.state === 'issued' ? null : <p class="muted">{WAITING[dispatch.state]}</p>;
}

const WAITING = {
  draft: 'Đang soạn thảo.',
  returned: 'Đang chờ người soạn sửa.',
  submitted: 'Đang chờ ký.',
  signed: 'Đã ký, đang chờ văn thư phát hành.',
};

function Sign({ dispatch, contentHash }: ShowDispatchProps) {
  return (
    <form class="actions" method="post" action={`/dispatches/${dispatch.id}/signature`}>
      <input type="hidden" name="contentSha256" value={contentHash} />
      <button class="primary">Ký văn bản</button>
      <small>
        <ContentCode hash={contentHash} />
      </small>
    </form>
  );
}

function Return({ dispatch, reasonError }: ShowDispatchProps) {
  return (
    <form class="stack" method="post" action={`/dispatches/${dispatch.id}/return`}>
      <label for="reason">Trả lại để sửa</label>
      <textarea id="reason" name="reason" rows={2} required />
      {reasonError && <p class="error">{reasonError}</p>}
      {dispatch.state === 'signed' && (
        <p class="muted">Chữ ký đã ký không còn giá trị; văn bản sửa xong phải trình ký lại.</p>
      )}
      {dispatch.number !== null && (
        <p class="muted">Số {reference(dispatch)} bị hủy và ghi lý do trong sổ, không dùng lại.</p>
      )}
      <button>Trả lại</button>
    </form>
  );
}

/** For who submitted it, while nobody has signed it. */
function TakeBack({ dispatch, submission, by }: ShowDispatchProps) {
  const isTheirs = submission?.submittedBy === by.id && dispatch.number === null;
  if (!isTheirs) return null;
  return (
    <form class="actions" method="post" action={`/dispatches/${dispatch.id}/submission/end`}>
      <button>Rút lại để sửa</button>
    </form>
  );
}
