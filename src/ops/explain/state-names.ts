import type { AttemptOutcome } from '../../office/delivery/delivery-attempt.entity.ts';
import type { DeliveryState } from '../../office/delivery/attempts/evidence.ts';
import type { ReminderMail } from '../../office/follow-up/reminders/reminder-mail.entity.ts';

export const DELIVERY_STATE_NAMES: Record<DeliveryState, string> = {
  waiting: 'đang chờ gửi',
  sending: 'đang gửi',
  expired: 'hết thời gian gửi lại',
  failed: 'gửi hỏng',
  cancelled: 'đã hủy gửi vì thu hồi',
  accepted: 'bên nhận đã nhận',
  delivered: 'đã báo tới nơi',
  bounced: 'bị trả về',
};

export const OUTCOME_NAMES: Record<AttemptOutcome, string> = {
  accepted: 'bên nhận đã nhận',
  temporary: 'tạm thời chưa được',
  permanent: 'bị từ chối hẳn',
};

export const REMINDER_MAIL_NAMES: Record<ReminderMail['state'], string> = {
  waiting: 'đang chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  failed: 'gửi hỏng',
  dropped: 'bỏ vì không còn gì phải nhắc',
};
