import { RECIPIENT_STATES } from '../../recipient-words.ts';
import { z } from 'zod';
import { PURPOSES } from '../../dispatches/terms.ts';
import { REPLY_STATES } from '../../recipients/receiving/receiving.schemas.ts';
import { pageNumber } from '../../../platform/web/schema.ts';

export const Counts = z.object({
  acknowledged: z.int(),
  delivered: z.int(),
  waiting: z.int(),
  refused: z.int(),
  failed: z.int(),
  unreachable: z.int(),
  withdrawn: z.int(),
  late: z.int().meta({ description: 'Đã quá hạn mà chưa xác nhận, chưa từ chối tiếp nhận' }),
  punctual: z.int().meta({ description: 'Xác nhận trong hạn' }),
  total: z.int(),
});
export type Counts = z.infer<typeof Counts>;

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const Replies = z.object({
  wanted: z.int().meta({ description: 'Số nơi cần trả lời' }),
  given: z.int(),
  late: z.int().meta({ description: 'Quá hạn, chưa trả lời' }),
});
export type Replies = z.infer<typeof Replies>;

const Place = z.object({
  id: z.uuid(),
  name: z.string(),
  total: z.int(),
  acknowledged: z.int(),
  late: z.int(),
});

export const ProgressView = z
  .object({
    total: Counts,
    kinds: z.array(z.object({ kind: z.string(), name: z.string(), counts: Counts })),
    districts: z.array(Place),
    areas: z.array(Place).meta({ description: 'Khu vực mà cơ quan tự chia, theo ngày phát hành' }),
    purposes: z
      .array(z.object({ purpose: z.enum(PURPOSES), total: z.int() }))
      .meta({ description: 'Số nơi nhận theo mục đích; nơi không ghi mục đích không kể' }),
    replies: Replies.extend({ replyBy: moment.nullable() }).meta({
      description: 'Nơi cần trả lời, đã trả lời, quá hạn trả lời; hạn sớm nhất còn phải trả lời',
    }),
    pauseReason: z.string().nullable().meta({ description: 'Vì sao đang tạm dừng gửi, nếu có' }),
    issuedAt: moment.nullable(),
    acknowledgeBy: moment.nullable().meta({ description: 'Hạn xác nhận sớm nhất' }),
    curve: z
      .array(z.object({ minutes: z.int(), acknowledged: z.int() }))
      .meta({ description: 'Số nơi đã xác nhận sau mỗi khoảng thời gian kể từ lúc phát hành' }),
    median: z.int().nullable().meta({ description: 'Phút; một nửa số nơi đã xác nhận' }),
    ninetieth: z.int().nullable().meta({ description: 'Phút; 90% số nơi' }),
  })
  .meta({ id: 'Progress' });
export type Progress = z.infer<typeof ProgressView>;
/** As the service has it: moments are dates. */
export type ProgressFacts = z.input<typeof ProgressView>;

export const RecipientFilter = z
  .object({
    state: z.enum(RECIPIENT_STATES).optional().catch(undefined),
    kind: z.string().max(30).optional(),
    district: z.uuid().optional().catch(undefined),
    area: z.uuid().optional().catch(undefined),
    purpose: z.enum(PURPOSES).optional().catch(undefined),
    reply: z.enum(REPLY_STATES).optional().catch(undefined).meta({
      description: 'Trong các nơi cần trả lời: chưa trả lời, quá hạn trả lời, đã trả lời',
    }),
    late: z.stringbool().optional().catch(undefined),
    q: z.string().trim().max(100).optional(),
    page: pageNumber,
  })
  .meta({ id: 'RecipientFilter' });
export type RecipientFilter = z.infer<typeof RecipientFilter>;

export const RecipientView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    lines: z.array(z.string()),
    address: z.string().nullable(),
    state: z.enum(RECIPIENT_STATES),
    late: z.boolean(),
    purpose: z.enum(PURPOSES).nullable(),
    replyBy: moment.nullable(),
    reply: z.enum(REPLY_STATES).nullable(),
    acknowledgeBy: moment,
    acknowledgedAt: moment.nullable(),
    lastReply: z.string().nullable(),
    reason: z.string().nullable(),
    nextAttemptAt: moment.nullable(),
  })
  .meta({ id: 'Recipient' });

export const RecipientPage = z
  .object({ items: z.array(RecipientView), total: z.int() })
  .meta({ id: 'RecipientPage' });
