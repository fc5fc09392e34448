import { fileSize } from '../../../src/platform/text/words.ts';
import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { MailView } from '../../../src/dev/mailbox/mail-view.ts';
import type { MailSummary } from '../../../src/dev/mailbox/mailbox.ts';

export interface MailProps {
  summary: MailSummary;
  view: MailView;
}

export function MailPage({ summary: { id, at, from, to, subject, size }, view }: MailProps) {
  return (
    <>
      <p class="muted">
        <a href="/mailbox">‹ Hộp thư thử nghiệm</a>
      </p>
      <h1>{subject || '(không có tiêu đề)'}</h1>
      <p>
        Từ {from || '(để trống)'} tới {to.join(', ')}
        <small>
          {' '}
          {vietnamTime(at)}, {fileSize(size)}
        </small>
      </p>
      {view.attachments.length > 0 && (
        <ul class="plain">
          {view.attachments.map(({ name, type, size: bytes }, position) => (
            <li key={position}>
              <a href={`/mailbox/${id}/attachments/${position}`}>{name}</a>
              <small>
                {' '}
                {type}, {fileSize(bytes)}
              </small>
            </li>
          ))}
        </ul>
      )}
      {view.hasHtml && (
        <iframe
          class="paper"
          title="Nội dung thư"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          src={`/mailbox/${id}/html`}
        />
      )}
      {view.text && (
        <details open={!view.hasHtml}>
          <summary>Bản chữ thường</summary>
          <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
            <pre>{view.text}</pre>
          </div>
        </details>
      )}
      <details>
        <summary>Dòng đầu thư</summary>
        <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
          <pre>{view.headers.join('\n')}</pre>
        </div>
      </details>
      <p>
        <a href={`/mailbox/${id}/raw`}>Thư nguyên bản</a>
      </p>
    </>
  );
}
