import { z } from 'zod';
import { Username } from '../../accounts/account.schemas.ts';
import { PURPOSES } from '../../dispatches/terms.ts';
import { line, pageNumber } from '../../../platform/web/schema.ts';
import { REPLY_STATES } from '../receiving/receiving.schemas.ts';

export const INBOX_FILTERS = ['open', 'late', 'reply', 'acknowledged', 'refused'] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

export const MOST_AT_ONCE = 200;

const blank = (value: unknown) => (value === '' ? undefined : value);

export const InboxQuery = z.object({
  q: z
    .preprocess(blank, z.string().trim().max(100).optional().catch(undefined))
    .meta({ description: 'Số, ký hiệu hoặc trích yếu' }),
  state: z
    .preprocess(blank, z.enum(INBOX_FILTERS).optional().catch(undefined))
    .meta({ description: 'open: chưa xác nhận và chưa từ chối; reply: còn phải trả lời' }),
  page: pageNumber,
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const AcknowledgeMany = z.object({
  recipients: z
    .preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z
        .array(z.uuid(), { error: 'Chọn ít nhất một văn bản.' })
        .min(1, 'Chọn ít nhất một văn bản.')
        .max(
          MOST_AT_ONCE,
          `Mỗi lần xác nhận nhiều nhất ${MOST_AT_ONCE} văn bản. Xác nhận nhóm đầu rồi chọn tiếp; chưa có gì được xác nhận.`,
        ),
    )
    .meta({ description: 'id của các văn bản trong hộp' }),
});
export type AcknowledgeMany = z.infer<typeof AcknowledgeMany>;

export const NewPerson = z.object({
  username: Username,
  fullName: line(100),
  post: line(150),
});
export type NewPerson = z.infer<typeof NewPerson>;

export const Transfer = z.object({ to: z.uuid('Chọn cơ quan kế thừa.') });
export type Transfer = z.infer<typeof Transfer>;

const instant = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const InboxItem = z
  .object({
    id: z.uuid().meta({ description: 'Dùng để xác nhận tiếp nhận' }),
    reference: z.string().meta({ example: '1105/STTTT-BCVT' }),
    subject: z.string(),
    issuer: z.string(),
    issuedOn: z.iso.date(),
    purpose: z.enum(PURPOSES).nullable().meta({
      description: 'act để thực hiện, know để biết, file để lưu',
    }),
    replyBy: instant.nullable().meta({ description: 'Nơi gửi cần trả lời trước lúc này' }),
    reply: z.enum(REPLY_STATES).nullable(),
    acknowledgeBy: instant,
    acknowledgedAt: instant.nullable(),
    state: z.enum(['open', 'late', 'acknowledged', 'refused', 'withdrawn']),
  })
  .meta({ id: 'InboxItem' });

export const InboxView = z
  .object({ items: z.array(InboxItem), total: z.int(), page: z.int(), pageSize: z.int() })
  .meta({ id: 'Inbox' });

export const AcknowledgedManyView = z
  .object({ acknowledged: z.int().meta({ description: 'Kể cả những văn bản đã xác nhận trước' }) })
  .meta({ id: 'AcknowledgedMany' });
