import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { WebhookAttempt } from '../../../src/office/delivery/channels/webhook/agency-channels.schemas.ts';
import type { Agency } from '../../../src/office/directory/agency.entity.ts';

const OUTCOMES = { accepted: 'Đã nhận', temporary: 'Sẽ thử lại', permanent: 'Từ chối' };
export const pathOf = ({ id }: Agency) => `/directory/agencies/${id}`;

const replayPath = (agency: Agency, { event, ...of }: WebhookAttempt) =>
  event === 'dispatch.recalled'
    ? `/dispatches/${of.dispatchId}/recall/replays/${of.recipientId}`
    : `${pathOf(agency)}/replays/${of.deliveryId}`;

export function Log({ agency, attempts }: { agency: Agency; attempts: WebhookAttempt[] }) {
  return (
    <>
      <h2>Nhật ký webhook</h2>
      {attempts.length === 0 && <p class="muted">Chưa báo lần nào.</p>}
      {attempts.length > 0 && (
        <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th>Lúc</th>
                <th>Văn bản</th>
                <th>Kết quả</th>
                <th>Trả lời</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {attempts.map((attempt) => (
                <tr key={`${attempt.event} ${attempt.deliveryId} ${attempt.number}`}>
                  <td>{vietnamTime(attempt.startedAt)}</td>
                  <td>
                    {attempt.event === 'dispatch.recalled' && 'Thu hồi '}
                    {attempt.reference}
                  </td>
                  <td>
                    {OUTCOMES[attempt.outcome]}
                    {attempt.reason && <small class="warn"> {attempt.reason}</small>}
                  </td>
                  <td>
                    <small>{attempt.reply.slice(0, 200)}</small>
                  </td>
                  <td>
                    {agency.webhookUrl && (
                      <form method="post" action={replayPath(agency, attempt)}>
                        <button>Phát lại</button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
