import { z } from 'zod';
import {
  isBlank,
  line,
  moment,
  optional,
  text,
  typedNumber,
} from '../../../platform/web/schema.ts';
import { REFUSAL_REASONS } from './refusal.entity.ts';
import { REPORTED_METHODS } from '../../delivery/answer-methods.ts';
import { REFUSAL_ANSWERS } from './refusal-answer.entity.ts';

/** Where an answer that is wanted stands for people: not given, not given in time, given. */
export const REPLY_STATES = ['owed', 'late', 'given'] as const;

const Person = z.object({
  name: line(100).meta({ description: 'Họ và tên người xác nhận', example: 'Nguyễn Văn An' }),
  post: line(150).meta({ description: 'Chức vụ', example: 'Văn thư' }),
});
export type Person = z.infer<typeof Person>;

export const Acknowledge = Person.extend({
  agencyId: optional(z.uuid()).meta({
    description: 'Cơ quan kế thừa xác nhận thay cơ quan không còn hoạt động',
  }),
}).meta({ id: 'Acknowledge' });
export type Acknowledge = z.infer<typeof Acknowledge>;

export const Refuse = Person.extend({
  reason: z.enum(REFUSAL_REASONS, { error: 'Chọn một lý do.' }),
  note: optional(text(2000)),
})
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    message: 'Ghi rõ lý do khác là gì.',
  })
  .meta({ id: 'Refuse' });
export type Refuse = z.infer<typeof Refuse>;

const answering = {
  reference: optional(line(100)).meta({
    description: 'Số, ký hiệu văn bản trả lời; với 6 hoàn thành thì là trả lời nơi gửi',
    example: '12/UBND-VX',
  }),
  dated: optional(z.iso.date('Ghi ngày văn bản trả lời.')).meta({
    description: 'Ngày của văn bản trả lời',
  }),
};

export const Report = Person.extend({
  status: typedNumber(
    z.union([z.literal(4), z.literal(5), z.literal(6)], { error: 'Chọn 4, 5 hoặc 6.' }),
  ).meta({ description: '4 phân công, 5 đang xử lý, 6 hoàn thành' }),
  note: optional(text(2000)).meta({ description: 'Nội dung báo cáo hoặc trả lời' }),
  ...answering,
  file: optional(
    z.unknown().refine(isBlank, 'Gửi tệp bằng multipart/form-data, trong phần có tên là file.'),
  ).meta({
    type: 'string',
    format: 'binary',
    description: 'Tệp trả lời kèm 6 hoàn thành, PDF hoặc ảnh; chỉ khi gửi multipart/form-data',
  }),
}).meta({ id: 'Report' });
export type Report = z.infer<typeof Report>;

export const Enter = Person.extend({
  how: z.enum(REPORTED_METHODS, { error: 'Chọn điện thoại hoặc bản giấy.' }),
  saidAt: moment,
  note: optional(text(2000)),
});
export type Enter = z.infer<typeof Enter>;

/** An answer that came to the office on paper or by telephone. */
export const EnterReply = Person.extend({
  how: z.enum(REPORTED_METHODS, { error: 'Chọn điện thoại hoặc bản giấy.' }),
  note: optional(text(2000)),
  ...answering,
});
export type EnterReply = z.infer<typeof EnterReply>;
export type Replying = Omit<EnterReply, 'how'>;

export const Answer = z.object({
  answer: z.enum(REFUSAL_ANSWERS),
  address: optional(z.email('Địa chỉ thư chưa đúng.').max(254)),
  note: optional(text(2000)),
});
export type Answer = z.infer<typeof Answer>;

const instant = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const AcknowledgementView = z
  .object({
    recipient: z.string(),
    acknowledgedAt: instant,
    fileSha256: z.string(),
    name: z.string().nullable(),
    post: z.string().nullable(),
  })
  .meta({ id: 'Acknowledgement' });

export const RefusalView = z
  .object({ recipient: z.string(), refusedAt: instant, reason: z.enum(REFUSAL_REASONS) })
  .meta({ id: 'Refusal' });

export const StatusView = z
  .object({
    recipient: z.string(),
    status: z.int().min(1).max(6),
    repliedAt: instant.nullable().meta({ description: 'Lúc trả lời nơi gửi, nếu đã trả lời' }),
  })
  .meta({ id: 'ExchangeStatus' });
