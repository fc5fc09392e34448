import { shortDate, vietnamTime } from '../../src/calendar/vietnam-time.ts';
import { subjectOf } from '../../src/dispatches/document-types.ts';
import type { PersonalView } from '../../src/delivery/acknowledgements.service.ts';
import { reference } from '../../src/dispatches/printed-number.ts';
import { URGENCY_NAMES } from '../dispatches/names.ts';

export function AcknowledgePage({
  recipient,
  fileSha256,
  acknowledgement,
  token,
}: PersonalView & { token: string }) {
  const { dispatch } = recipient;
  return (
    <article class="letter">
      {dispatch.urgency !== 'normal' && (
        <p class="urgency">{URGENCY_NAMES[dispatch.urgency].toLocaleUpperCase('vi')}</p>
      )}
      <p class="muted">{dispatch.office.name} gửi</p>
      <p class="to">{recipient.name}</p>
      <h1>{subjectOf(dispatch)}</h1>
      <dl>
        <dt>Số, ký hiệu</dt>
        <dd>{reference(dispatch)}</dd>
        <dt>Ngày</dt>
        <dd>{shortDate(dispatch.issuedOn!)}</dd>
      </dl>
      <p>
        <a class="file" href={`/a/${token}/document.pdf`}>
          Xem văn bản (PDF)
        </a>
      </p>
      {acknowledgement ? (
        <p class="done" role="status">
          Đã xác nhận tiếp nhận lúc {vietnamTime(acknowledgement.acknowledgedAt)}.
        </p>
      ) : (
        <form method="post" action={`/a/${token}/acknowledgement`}>
          <button class="primary wide">Xác nhận đã tiếp nhận</button>
          <p class="muted">Đề nghị xác nhận trước {vietnamTime(recipient.acknowledgeBy)}.</p>
        </form>
      )}
      <details>
        <summary>Mã kiểm tra tệp</summary>
        <code>SHA-256 {fileSha256}</code>
      </details>
    </article>
  );
}
