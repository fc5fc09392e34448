import type { RecipientState } from '../../office/recipient-words.ts';
import { RECIPIENT_STATE_NAMES } from '../../office/recipient-words.ts';
import type { EntityManager } from 'typeorm';
import { RUNG_NAMES, timing } from '../../office/follow-up/reminders/words.ts';
import { vietnamTime } from '../../platform/time/vietnam-time.ts';
import { readCalendar } from '../../office/calendar/stored-calendar.ts';
import {
  GRACE_MINUTES,
  isStale,
  momentOf,
  type Pause,
} from '../../office/follow-up/reminders/moments.ts';
import { ASKED, isRunning } from '../../office/follow-up/reminders/owed.ts';
import type { ReminderMail } from '../../office/follow-up/reminders/reminder-mail.entity.ts';
import {
  ReminderStep,
  type Concern,
} from '../../office/follow-up/reminders/reminder-step.entity.ts';
import { REMINDER_MAIL_NAMES } from './state-names.ts';

interface Row {
  office_id: string;
  name: string;
  state: RecipientState;
  is_running: boolean;
  acknowledgement: boolean;
  reply: boolean;
  acknowledge_by: Date;
  reply_by: Date | null;
}

interface Taken {
  step_id: string;
  fate: string;
  made_at: Date;
  state: ReminderMail['state'] | null;
  address: string | null;
  answer: string | null;
}

const STANDING = `
  SELECT standing.office_id, recipient.name, standing.state,
         ${isRunning('standing.dispatch_id')} AS is_running,
         ${ASKED.acknowledgement.isOwed} AS acknowledgement,
         coalesce(${ASKED.reply.isOwed}, false) AS reply,
         standing.acknowledge_by, standing.reply_by
  FROM recipient_standings standing
  JOIN recipients recipient ON recipient.id = standing.recipient_id
  WHERE standing.recipient_id = $1`;

const FATES: Record<string, string> = {
  call: 'vào danh sách gọi điện',
  overtaken: 'bỏ qua, bước sau cùng loại đã đến hạn',
};

/** What each step of the ladder did or will do for a recipient, one a line; undefined without such a recipient. */
export async function explainReminders(
  manager: EntityManager,
  recipientId: string,
  now: Date,
): Promise<string[] | undefined> {
  const [row] = await manager.query<Row[]>(STANDING, [recipientId]);
  if (!row) return undefined;
  const steps = await manager.findBy(ReminderStep, { officeId: row.office_id });
  const taken = await manager.query<Taken[]>(
    `SELECT reminders.step_id, fate, reminders.made_at, mail.state, mail.address, mail.reply AS answer
     FROM reminders LEFT JOIN reminder_mails mail ON mail.id = reminders.mail_id
     WHERE recipient_id = $1`,
    [recipientId],
  );
  const pauses = await manager.query<Pause[]>(
    `SELECT paused_at AS "pausedAt", ended_at AS "endedAt" FROM delivery_pauses
     JOIN recipients USING (dispatch_id) WHERE recipients.id = $1`,
    [recipientId],
  );
  const calendar = await readCalendar(manager, row.office_id);
  const owed = (concerns: Concern) => row[concerns];
  const ahead = (step: ReminderStep): string => {
    const deadline = step.concerns === 'reply' ? row.reply_by : row.acknowledge_by;
    if (!deadline) return 'không có hạn trả lời';
    const at = momentOf(step, deadline, calendar);
    if (step.endedAt) return `bước đã bỏ khỏi lịch lúc ${vietnamTime(step.endedAt)}`;
    if (!owed(step.concerns)) return 'không nhắc: không còn nợ, hoặc đã có người ghi lời xác nhận';
    if (at > now) return `sẽ nhắc lúc ${vietnamTime(at)}, trong giờ làm việc`;
    if (at < step.setAt) {
      return `không nhắc: đến hạn ${vietnamTime(at)}, trước khi bước được đặt (${vietnamTime(step.setAt)})`;
    }
    if (isStale(at, now, pauses)) return `không nhắc: đến hạn ${vietnamTime(at)}, đã quá 14 ngày`;
    if (!row.is_running) return `chờ: đến hạn ${vietnamTime(at)}, đợt gửi đang tạm dừng`;
    if (!calendar.isWorkingTime(now)) return `chờ: đến hạn ${vietnamTime(at)}, ngoài giờ làm việc`;
    return `đến hạn ${vietnamTime(at)}: chờ worker, chưa đủ ${GRACE_MINUTES} phút từ lúc nhận, hoặc ${RUNG_NAMES[step.rung]} không có địa chỉ`;
  };
  const found = new Map(taken.map((one) => [one.step_id, one]));
  return [
    `Nhắc ${row.name}: ${RECIPIENT_STATE_NAMES[row.state]}; hạn xác nhận ${vietnamTime(row.acknowledge_by)}.`,
    ...steps
      .filter((step) => step.endedAt === null || found.has(step.id))
      .map((step) => {
        const one = found.get(step.id);
        return `${RUNG_NAMES[step.rung]}, ${timing(step)}: ${one ? reminderLine(one) : ahead(step)}.`;
      }),
    ...(steps.some((step) => step.endedAt === null) ? [] : ['Cơ quan không có bước nhắc nào.']),
  ];
}

const reminderLine = ({ fate, made_at: at, state, address, answer }: Taken): string =>
  state === null
    ? `${vietnamTime(at)}, ${FATES[fate]}`
    : `${vietnamTime(at)}, thư tới ${address}: ${REMINDER_MAIL_NAMES[state]}${answer ? ` (${answer})` : ''}`;
