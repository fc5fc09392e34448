import { z } from 'zod';
import { telephone } from '../../directory/directory.schemas.ts';
import { Email } from '../../../platform/text/mail-address.ts';
import { line, pageNumber, typedNumber } from '../../../platform/web/schema.ts';
import { CONTACT_RUNGS } from './escalation-contact.entity.ts';
import { CONCERNS, COUNTED, RUNGS, UNITS } from './reminder-step.entity.ts';

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

const LONGEST = { minutes: 10_000, hours: 500, days: 60 };

const Timing = {
  concerns: z
    .enum(CONCERNS, { error: 'Chọn hạn xác nhận hay hạn trả lời.' })
    .default('acknowledgement')
    .meta({ description: 'Tính từ hạn nào: acknowledgement xác nhận, reply trả lời' }),
  rung: z.enum(RUNGS, { error: 'Chọn nơi được nhắc.' }),
  amount: typedNumber(z.number({ error: 'Ghi một số.' }).int('Ghi một số nguyên.')).meta({
    description: 'Số âm là trước hạn',
    example: -2,
  }),
  unit: z.enum(UNITS, { error: 'Chọn phút, giờ hoặc ngày.' }),
  counted: z
    .enum(COUNTED, { error: 'Chọn cách tính.' })
    .meta({ description: 'working: chỉ tính giờ, ngày làm việc; clock: tính mọi giờ, ngày' }),
};

export const NewStep = z
  .object(Timing)
  .refine(({ amount, unit }) => Math.abs(amount) <= LONGEST[unit], {
    path: ['amount'],
    message: 'Xa quá: nhiều nhất 60 ngày trước hoặc sau hạn.',
  })
  .meta({ id: 'NewReminderStep' });
export type NewStep = z.infer<typeof NewStep>;

export const StepView = z
  .object({ id: z.uuid(), ...Timing, concerns: z.enum(CONCERNS), amount: z.int() })
  .meta({ id: 'ReminderStep' });

const Contact = z.object({ name: line(200), email: Email });

/** Both or neither: an empty form takes the contact away. */
export const SetContact = z
  .union([z.object({ name: z.literal(''), email: z.literal('') }).transform(() => null), Contact])
  .meta({ id: 'SetEscalationContact' });

export const ContactRung = z.enum(CONTACT_RUNGS);

export const ContactsView = z
  .object({ clerk: Contact.nullable(), head: Contact.nullable() })
  .meta({ id: 'EscalationContacts' });

export const Telephone = z
  .object({
    telephone: telephone.transform((value) => value || null),
  })
  .meta({ id: 'Telephone' });
export type Telephone = z.infer<typeof Telephone>;

export const CallView = z
  .object({
    recipientId: z.uuid(),
    agencyId: z.uuid(),
    name: z.string(),
    parentName: z.string().nullable(),
    telephone: z.string().nullable(),
    dispatchId: z.uuid(),
    reference: z.string(),
    concerns: z
      .enum(CONCERNS)
      .meta({ description: 'Gọi vì chưa xác nhận (acknowledgement) hay chưa trả lời (reply)' }),
    deadline: moment.meta({ description: 'Hạn xác nhận hoặc hạn trả lời' }),
    isTold: z.boolean().meta({ description: 'Đã ghi lời xác nhận, chờ người thứ hai xác nhận' }),
  })
  .meta({ id: 'Call' });
export type Call = z.input<typeof CallView>;

export const CallPage = z.object({ items: z.array(CallView), total: z.int() }).meta({
  id: 'CallPage',
});

export const CallFilter = z.object({
  page: pageNumber,
});
export type CallFilter = z.infer<typeof CallFilter>;

const Past = StepView.extend({
  at: moment.meta({ description: 'Lúc thực hiện' }),
  recipients: z.int(),
  mails: z.int(),
  sent: z.int(),
  failed: z.int(),
  dropped: z.int().meta({ description: 'Không gửi nữa: đã xác nhận trước khi thư đi' }),
  to: z.array(z.string()).meta({ description: 'Gửi ai, khi không phải là nơi nhận' }),
});

const Coming = StepView.extend({
  at: moment,
  deadline: moment,
  recipients: z.int(),
  isWithoutContact: z.boolean().meta({ description: 'Chưa có địa chỉ để gửi nên sẽ bỏ qua' }),
});

export const RemindersView = z
  .object({
    owing: z.int().meta({ description: 'Số nơi còn được nhắc xác nhận' }),
    owingReplies: z.int().meta({ description: 'Số nơi còn được nhắc trả lời' }),
    isPaused: z.boolean(),
    past: z.array(Past),
    next: z.array(Coming),
  })
  .meta({ id: 'Reminders' });
export type Reminders = z.input<typeof RemindersView>;
