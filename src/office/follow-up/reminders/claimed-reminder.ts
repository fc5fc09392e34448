import type { Claimed } from '../../delivery/outbox/letter-kind.ts';
import type { ReminderMail } from './reminder-mail.entity.ts';

export type ClaimedReminder = Claimed & Pick<ReminderMail, 'dispatchId' | 'stepId' | 'name'>;
