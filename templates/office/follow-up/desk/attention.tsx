import { count } from '../../../../src/platform/text/words.ts';
import type { DeskRow } from '../../../../src/office/follow-up/desk/desk.service.ts';
import { REFUSAL_REASON_NAMES } from '../../../../src/office/recipients/receiving/words.ts';
import { Trouble } from '../progress/run-box.tsx';

/** What is wrong with one issued dispatch, each with what to do about it. */
export function Attention({ row }: { row: DeskRow }) {
  const { id, counts, pauseReason, refusals, told, failed, recallOpen, repliesLate } = row;
  const list = (search: string) => `/dispatches/${id}/progress?${search}#recipients`;
  return (
    <ul class="troubles">
      {pauseReason !== null && (
        <li class="bad">
          <p>
            <b>Đang tạm dừng gửi.</b> {pauseReason}
          </p>
          <form method="post" action={`/dispatches/${id}/pause/end`}>
            <button>Gửi tiếp</button>
          </form>
        </li>
      )}
      {refusals.map((refusal) => (
        <li key={refusal.id} class="bad">
          <p>
            <b>{refusal.name} từ chối tiếp nhận:</b>{' '}
            {REFUSAL_REASON_NAMES[refusal.reason as keyof typeof REFUSAL_REASON_NAMES]}
            {refusal.note && ` (${refusal.note})`}.
          </p>
          <a class="button" href={`/recipients/${refusal.id}`}>
            Trả lời
          </a>
        </li>
      ))}
      {counts.failed > 0 && (
        <li class="bad">
          <p>
            <b>{count(counts.failed)} nơi gửi hỏng.</b>
          </p>
          <form method="post" action={`/dispatches/${id}/resends`}>
            <button>Gửi lại tất cả</button>
          </form>
          <ul>
            {failed.map((recipient) => (
              <li key={recipient.id}>
                <a href={`/recipients/${recipient.id}`}>{recipient.name}</a>
                <Trouble recipient={recipient} dispatchId={id} isClerk />
              </li>
            ))}
            {counts.failed > failed.length && (
              <li>
                <a href={list('state=failed')}>Xem cả {count(counts.failed)} nơi</a>
              </li>
            )}
          </ul>
        </li>
      )}
      {counts.unreachable > 0 && (
        <li>
          <p>{count(counts.unreachable)} nơi chưa có địa chỉ thư.</p>
          <a class="button" href={list('state=unreachable')}>
            Thêm địa chỉ
          </a>
        </li>
      )}
      {told.map((recipient) => (
        <li key={recipient.id}>
          <p>{recipient.name} đã xác nhận qua điện thoại hoặc bản giấy, chờ người thứ hai.</p>
          <a class="button" href={`/recipients/${recipient.id}`}>
            Kiểm tra
          </a>
        </li>
      ))}
      {recallOpen > 0 && (
        <li class="bad">
          <p>{count(recallOpen)} nơi chưa trả lời việc thu hồi.</p>
          <a class="button" href={`/dispatches/${id}/recall`}>
            Xem việc thu hồi
          </a>
        </li>
      )}
      {counts.late > 0 && (
        <li>
          <p>{count(counts.late)} nơi quá hạn chưa xác nhận.</p>
          <a class="button" href={list('late=true')}>
            Xem và đôn đốc
          </a>
        </li>
      )}
      {repliesLate > 0 && (
        <li>
          <p>{count(repliesLate)} nơi quá hạn trả lời.</p>
          <a class="button" href={list('reply=late')}>
            Xem và đôn đốc
          </a>
        </li>
      )}
    </ul>
  );
}
