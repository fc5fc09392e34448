import type { EntityManager } from 'typeorm';
import { vietnamTime } from '../../platform/time/vietnam-time.ts';
import type { ChannelName } from '../../office/directory/agency.entity.ts';
import type { DeliveryState } from '../../office/delivery/attempts/evidence.ts';
import { reasonOf } from '../../office/delivery/attempts/reasons.ts';
import type { AttemptResult } from '../../office/delivery/attempts/attempt-result.ts';
import { DELIVERY_STATE_NAMES, OUTCOME_NAMES } from './state-names.ts';

interface Row {
  name: string;
  channel: string;
  address: string;
  state: DeliveryState;
  attempts: number;
  due_at: Date;
  is_due: boolean;
  recalled_at: Date | null;
  claimed_by: string | null;
  pause: string | null;
  paused_at: Date | null;
  ahead: number;
  per_minute: number | null;
  server: string | null;
  free_at: Date | null;
}

type Attempt = Pick<AttemptResult, 'outcome' | 'stage' | 'replyCode' | 'reply'> & {
  number: number;
  ended_at: Date;
  channel: ChannelName;
};

const STANDING =
  // What is urgent goes first (a lower priority), then what was due earlier.
  `SELECT recipient.name, delivery.channel, delivery.address, delivery.state, attempts, due_at,
          due_at <= now() AS is_due, delivery.recalled_at, claimed_by,
          pause.reason AS pause, pause.paused_at,
          (SELECT count(*)::integer FROM deliveries other
           JOIN delivery_runs other_run ON other_run.dispatch_id = other.dispatch_id
           WHERE other.state = 'waiting' AND other.due_at <= now()
             AND (other_run.priority, other.due_at) < (run.priority, delivery.due_at)) AS ahead,
          mail_limit.per_minute, mail_limit.server, mail_limit.free_at
   FROM deliveries delivery
   JOIN recipients recipient ON recipient.id = delivery.recipient_id
   JOIN dispatches dispatch ON dispatch.id = delivery.dispatch_id
   JOIN delivery_runs run ON run.dispatch_id = delivery.dispatch_id
   LEFT JOIN delivery_pauses pause
     ON pause.dispatch_id = delivery.dispatch_id AND pause.ended_at IS NULL
   LEFT JOIN mail_limits mail_limit ON mail_limit.office_id = dispatch.office_id
     AND delivery.channel = 'email'
   WHERE delivery.id = $1 LIMIT 1`;

/** Why the delivery stands as it does, one sentence a line; undefined when there is no such delivery. */
export async function explainDelivery(
  manager: EntityManager,
  id: string,
): Promise<string[] | undefined> {
  const [row] = await manager.query<Row[]>(STANDING, [id]);
  if (!row) return undefined;
  const attempts = await manager.query<Attempt[]>(
    `SELECT number, ended_at, outcome, stage, channel, reply, reply_code AS "replyCode"
     FROM delivery_attempts WHERE delivery_id = $1 ORDER BY number DESC LIMIT 5`,
    [id],
  );
  return [
    `Gửi tới ${row.name}, ${row.channel} ${row.address}: ${DELIVERY_STATE_NAMES[row.state]}, đã thử ${row.attempts} lần.`,
    ...whyHere(row),
    ...attempts.map(
      (attempt) =>
        `Lần ${attempt.number}, ${vietnamTime(attempt.ended_at)}: ${[OUTCOME_NAMES[attempt.outcome], reasonOf(attempt)].filter(Boolean).join('. ')} (${attempt.reply})`,
    ),
  ];
}

function whyHere(row: Row): string[] {
  if (row.recalled_at) {
    return [`Văn bản thu hồi lúc ${vietnamTime(row.recalled_at)}: không worker nào gửi nữa.`];
  }
  if (row.state === 'sending') {
    return [
      `Worker ${row.claimed_by} đang giữ đến ${vietnamTime(row.due_at)}; quá lúc ấy worker khác nhận lại.`,
    ];
  }
  if (row.state !== 'waiting')
    return ['Không còn chờ gửi; trạng thái do lần cuối dưới đây quyết định.'];
  if (row.pause) {
    return [`Đợt gửi tạm dừng từ ${vietnamTime(row.paused_at!)}: ${row.pause}`];
  }
  if (!row.is_due) return [`Hẹn gửi lại lúc ${vietnamTime(row.due_at)}.`];
  return [
    `Đến lượt rồi, còn ${row.ahead} thư đi trước (khẩn hơn hoặc chờ lâu hơn).`,
    ...(row.per_minute === null
      ? []
      : [
          `Cơ quan giới hạn ${row.per_minute} thư mỗi phút qua ${row.server}; lượt trống kế tiếp lúc ${vietnamTime(row.free_at!)}.`,
        ]),
    'Nếu không có thư nào đi: xem worker có chạy không (/ready) và nhật ký của nó.',
  ];
}
