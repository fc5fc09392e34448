import type { ShowDispatchProps } from './show-props.ts';
import { shortDate, vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../src/engines/page/document-types.ts';
import type { Preflight } from '../../../src/office/dispatches/preflight.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import type { Waiting } from '../../../src/office/dispatches/waiting-for-issue.ts';
import { Countdown } from '../../platform/components/countdown.tsx';
import { Actions } from './actions.tsx';
import { KeepAsTemplate } from './draft-templates.tsx';
import { LayoutFindings } from './layout-findings.tsx';
import { STATE_NAMES, URGENCY_NAMES } from '../../../src/office/dispatches/words.ts';
import { ReadingLine } from './reading/line.tsx';
import { RecordCopyState } from './record-copy-state.tsx';
import { FollowedBy, Relative } from './relatives.tsx';
import { Lines } from './show-lines.tsx';

export function ShowDispatch(props: ShowDispatchProps) {
  const { dispatch, preflight, lastReturn, layout, recordCopy, waiting, by, now } = props;
  const isOpen = dispatch.state !== 'issued';
  const mayWrite = by.roles.includes('drafter') || by.roles.includes('clerk');
  return (
    <div class="desk">
      <section>
        <p>
          <b class={`tag ${dispatch.state}`}>{STATE_NAMES[dispatch.state]}</b>
          {dispatch.urgency !== 'normal' && (
            <b class="tag urgent">{URGENCY_NAMES[dispatch.urgency]}</b>
          )}
        </p>
        <h1>
          {reference(dispatch)}
          {dispatch.issuedOn && <small> ngày {shortDate(dispatch.issuedOn)}</small>}
        </h1>
        <p>{subjectOf(dispatch)}</p>
        <ReadingLine {...{ dispatch, by }} />
        <Relatives {...props} />
        {lastReturn && (
          <div class="notice">
            <p>
              {lastReturn.returner?.fullName} trả lại lúc {vietnamTime(lastReturn.returnedAt!)}:
            </p>
            <blockquote>{lastReturn.returnReason}</blockquote>
          </div>
        )}
        {isOpen && <Findings preflight={preflight} />}
        {waiting && <IssueBy waiting={waiting} now={now} />}
        <Actions {...props} />
        {recordCopy && <RecordCopyState copy={recordCopy} />}
        <Lines dispatch={dispatch} preflight={preflight} />
        {dispatch.isEditable && (
          <>
            <h2>Kiểm tra thể thức</h2>
            <LayoutFindings
              findings={layout}
              form={mayWrite ? `/dispatches/${dispatch.id}/edit` : undefined}
            />
          </>
        )}
      </section>
      <section>
        <p>
          <a href={`/dispatches/${dispatch.id}/document.pdf`}>Mở văn bản (PDF)</a>
          {' · '}
          <a href={`/dispatches/${dispatch.id}/versions`}>Các lần lưu</a>
          {mayWrite && (
            <>
              {' · '}
              <a href={`/dispatches/new?from=${dispatch.id}`}>Soạn theo văn bản này</a>
            </>
          )}
          {(by.roles.includes('clerk') || by.roles.includes('leader')) && (
            <>
              {' · '}
              <a href={`/dispatches/${dispatch.id}/journal`}>Nhật ký</a>
            </>
          )}
          {!isOpen && (by.roles.includes('clerk') || by.roles.includes('leader')) && (
            <>
              {' · '}
              <a href={`/dispatches/${dispatch.id}/evidence.zip`}>Tải bộ chứng cứ (ZIP)</a>
            </>
          )}
        </p>
        {mayWrite && dispatch.reading === 'office' && (
          <KeepAsTemplate id={dispatch.id} abstract={dispatch.abstract} />
        )}
        <iframe
          class="paper"
          title="Trang văn bản"
          src={`/dispatches/${dispatch.id}/document.pdf`}
        />
      </section>
    </div>
  );
}

function Relatives({ dispatch, former, followers }: ShowDispatchProps) {
  return (
    <>
      {former && (
        <p class="notice">
          {dispatch.relation === 'replaces' ? 'Thay thế' : 'Đính chính'} văn bản{' '}
          <Relative dispatch={former} />.
        </p>
      )}
      <FollowedBy followers={followers} />
    </>
  );
}

function IssueBy({ waiting, now }: { waiting: Waiting; now: Date }) {
  const { signedAt, due, limit } = waiting;
  const isDueFirst = due < limit;
  return (
    <p class="muted">
      Ký lúc {vietnamTime(signedAt)}.{' '}
      {isDueFirst && `Phát hành trong ngày, trước ${vietnamTime(due)}; `}
      {isDueFirst ? 'chậm nhất' : 'Phát hành chậm nhất'} {vietnamTime(limit)}:{' '}
      <Countdown to={limit} now={now} />
    </p>
  );
}

function Findings({ preflight }: { preflight: Preflight }) {
  if (preflight.findings.length === 0) return null;
  return (
    <ul class="findings">
      {preflight.findings.map(({ severity, message }) => (
        <li key={message} class={severity}>
          {message}
        </li>
      ))}
    </ul>
  );
}
