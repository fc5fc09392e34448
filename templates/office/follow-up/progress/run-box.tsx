import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { ProgressFacts } from '../../../../src/office/follow-up/progress/tracking.schemas.ts';
import type { RecipientRow } from '../../../../src/office/follow-up/progress/recipients.service.ts';

/** Whether mails are going out, and what the clerk may do about it. */
export function RunBox({
  dispatchId,
  progress: { total, pauseReason },
  isClerk,
}: {
  dispatchId: string;
  progress: ProgressFacts;
  isClerk: boolean;
}) {
  const act = (path: string, label: string) => (
    <form method="post" action={`/dispatches/${dispatchId}/${path}`}>
      <button>{label}</button>
    </form>
  );
  return (
    <>
      {pauseReason !== null && (
        <p class="warning" role="status">
          <strong>Đang tạm dừng gửi.</strong> {pauseReason}
        </p>
      )}
      {isClerk && (
        <div class="actions">
          {pauseReason !== null && act('pause/end', 'Gửi tiếp')}
          {pauseReason === null && total.waiting > 0 && act('pause', 'Tạm dừng gửi')}
          {total.failed > 0 && act('resends', `Gửi lại ${total.failed} nơi gửi hỏng`)}
        </div>
      )}
    </>
  );
}

/** `550 5.1.1 …`, `HTTP 503`; what did not come to an answer has our own words. */
const FROM_SERVER = /^(HTTP )?[1-5]\d\d\b/;

/** Why a recipient does not have it yet, and the address to correct. */
export function Trouble({
  recipient: { id, state, reason, lastReply, nextAttemptAt, address },
  dispatchId,
  isClerk,
}: {
  recipient: RecipientRow;
  dispatchId: string;
  isClerk: boolean;
}) {
  const isWebhook = /^https?:/.test(address ?? '');
  const isFailed = state === 'failed' || state === 'unreachable';
  if (!isFailed && state !== 'waiting') return null;
  return (
    <>
      {reason && <small>{reason}</small>}
      {nextAttemptAt && <small>Gửi lại lúc {vietnamTime(nextAttemptAt)}.</small>}
      {lastReply && (
        <details>
          <summary>{FROM_SERVER.test(lastReply) ? 'Máy chủ trả lời' : 'Chi tiết'}</summary>
          <code>{lastReply}</code>
        </details>
      )}
      {isFailed && isClerk && (
        <details>
          <summary>{state === 'failed' ? 'Gửi lại' : 'Thêm địa chỉ và gửi'}</summary>
          <form method="post" action={`/dispatches/${dispatchId}/resends`}>
            <input type="hidden" name="recipientId" value={id} />
            <label>
              {isWebhook ? 'Địa chỉ thư (bỏ trống: báo lại webhook)' : 'Địa chỉ thư'}
              <input
                type="email"
                name="address"
                value={isWebhook ? '' : (address ?? '')}
                required={!address}
              />
            </label>
            <label class="check">
              <input type="checkbox" name="inDirectory" value="true" checked />
              Ghi vào Danh bạ
            </label>
            <button>Gửi</button>
          </form>
        </details>
      )}
    </>
  );
}
