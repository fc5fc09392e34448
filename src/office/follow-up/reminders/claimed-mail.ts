import type { ReminderMail } from './reminder-mail.entity.ts';

export type ClaimedMail = Pick<
  ReminderMail,
  'id' | 'dispatchId' | 'stepId' | 'name' | 'address' | 'madeAt' | 'attempts'
>;
