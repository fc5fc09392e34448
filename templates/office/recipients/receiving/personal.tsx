import type { PersonalProps } from './personal-props.ts';
import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';
import { askedOf } from '../../../../src/office/dispatches/term-words.ts';
import { URGENCY_NAMES } from '../../../../src/office/dispatches/words.ts';
import { Recalled } from '../recalls/recalled.tsx';
import { Followed } from './followed.tsx';
import {
  HOW_NAMES,
  REFUSAL_REASON_NAMES,
} from '../../../../src/office/recipients/receiving/words.ts';
import { AcknowledgeForm, RefuseForm, ReportForm } from './personal-forms.tsx';
import { Replied, ReplyForm } from './reply.tsx';

export function PersonalPage(props: PersonalProps) {
  const { facts, base, hasReceipts } = props;
  const { recipient, fileSha256, acknowledgement } = facts;
  const { dispatch } = recipient;
  return (
    <article class="letter">
      {dispatch.urgency !== 'normal' && (
        <p class="urgency">{URGENCY_NAMES[dispatch.urgency].toLocaleUpperCase('vi')}</p>
      )}
      <p class="muted">{dispatch.head.name} gửi</p>
      <p class="to">{recipient.name}</p>
      <h1>{subjectOf(dispatch)}</h1>
      <dl>
        <dt>Số, ký hiệu</dt>
        <dd>{reference(dispatch)}</dd>
        <dt>Ngày</dt>
        <dd>{shortDate(dispatch.issuedOn!)}</dd>
        <Asked facts={facts} />
      </dl>
      <Followed followers={facts.followers} />
      {facts.recall ? (
        <Recalled {...props} recall={facts.recall} />
      ) : (
        <>
          <p>
            <a class="file" href={`${base}/document.pdf`}>
              Xem văn bản (PDF)
            </a>
          </p>
          <p class="muted">
            <a href="/verify">Kiểm tra chữ ký số của tệp đã nhận</a>
          </p>
        </>
      )}
      {acknowledgement ? (
        <>
          <Acknowledged facts={facts} />
          {hasReceipts && (
            <p>
              Biên nhận có chữ ký số của nơi gửi: <a href={`${base}/receipt.pdf`}>PDF</a>,{' '}
              <a href={`${base}/receipt.json`}>JSON</a>.
            </p>
          )}
          <Replied facts={facts} />
          {facts.owesReply && <ReplyForm {...props} />}
          {!facts.recall && <ReportForm {...props} />}
        </>
      ) : facts.recall ? null : (
        <>
          <Refused facts={facts} />
          <AcknowledgeForm {...props} />
          {!facts.openRefusal && <RefuseForm {...props} />}
        </>
      )}
      <details>
        <summary>Mã kiểm tra tệp</summary>
        <code>SHA-256 {fileSha256}</code>
      </details>
    </article>
  );
}

/** What the sender wants of this recipient; nothing once it was taken back. */
function Asked({ facts: { recipient, recall } }: { facts: RecipientFacts }) {
  const asked = askedOf(recipient);
  if (!asked || recall) return null;
  return (
    <>
      <dt>Mục đích</dt>
      <dd>{asked}</dd>
    </>
  );
}

function Acknowledged({ facts: { acknowledgement } }: { facts: RecipientFacts }) {
  const { acknowledgedAt, name, post, how, agency } = acknowledgement!;
  return (
    <div class="done" role="status">
      <p>Đã xác nhận tiếp nhận lúc {vietnamTime(acknowledgedAt)}.</p>
      {name && (
        <p>
          {name}, {post}, {HOW_NAMES[how]}
          {agency && `, thay mặt ${agency.name}`}.
        </p>
      )}
    </div>
  );
}

function Refused({ facts }: { facts: RecipientFacts }) {
  const last = facts.refusals.at(-1);
  if (!last) return null;
  const { reason, note, refusedAt, name, post, answer } = last;
  return (
    <div class="notice" role="status">
      <p>
        Đã từ chối tiếp nhận lúc {vietnamTime(refusedAt)}: {REFUSAL_REASON_NAMES[reason]}
        {note && ` (${note})`}. {name}, {post}.
      </p>
      {answer?.answer === 'resent' && (
        <p>Nơi gửi đã kiểm tra và gửi lại lúc {vietnamTime(answer.answeredAt)}.</p>
      )}
      {answer?.answer === 'withdrawn' && (
        <p>Nơi gửi đã rút văn bản khỏi cơ quan lúc {vietnamTime(answer.answeredAt)}.</p>
      )}
      {!answer && <p>Nơi gửi sẽ xem xét. Nếu từ chối nhầm, cơ quan vẫn xác nhận được ở dưới.</p>}
    </div>
  );
}
