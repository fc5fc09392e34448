import { z } from 'zod';
import { DispatchSummary } from '../../dispatch.schemas.ts';
import { ITEM_STATES } from './signing-item.entity.ts';

export const MOST_AT_ONCE = 50;

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

const SHA256 = /^[0-9a-f]{64}$/;

/** What was read: a form sends `dispatch.hash`. */
const Read = z
  .preprocess(
    (value) => {
      if (typeof value !== 'string') return value;
      const [dispatchId, contentSha256] = value.split('.');
      return { dispatchId, contentSha256 };
    },
    z.object({ dispatchId: z.uuid(), contentSha256: z.string().regex(SHA256) }),
  )
  .meta({ id: 'ReadDispatch' });
export type Read = z.infer<typeof Read>;

const items = z.preprocess(
  (value) => {
    if (value === undefined || value === '') return [];
    return typeof value === 'object' && value !== null ? Object.values(value) : [value];
  },
  z
    .array(Read)
    .min(1, 'Chọn ít nhất một văn bản.')
    .max(MOST_AT_ONCE, `Mỗi lượt ký nhiều nhất ${MOST_AT_ONCE} văn bản.`)
    .refine((all) => new Set(all.map(({ dispatchId }) => dispatchId)).size === all.length, {
      message: 'Mỗi văn bản chỉ chọn một lần.',
    }),
);

export const Selection = z.object({ items }).meta({ id: 'Selection' });
export type Selection = z.infer<typeof Selection>;

export const SignBatch = z
  .object({
    id: z.uuid().meta({ description: 'Do bên gọi đặt: gửi lại cùng mã vẫn là một lượt ký' }),
    items,
  })
  .meta({ id: 'SignBatch' });
export type SignBatch = z.infer<typeof SignBatch>;

/** The hash of the content that was read, where the page or program says it. */
export const SignOne = z
  .object({ contentSha256: z.string().regex(SHA256).optional() })
  .default({})
  .meta({ id: 'SignOne' });
export type SignOne = z.infer<typeof SignOne>;

export const WaitingView = z
  .object({
    dispatch: DispatchSummary,
    contentSha256: z.string(),
    submittedAt: moment,
    problem: z.string().nullable().meta({ description: 'Vì sao chưa ký được' }),
  })
  .meta({ id: 'WaitingForSignature' });

export const BatchView = z
  .object({
    id: z.uuid(),
    state: z.enum(['running', 'stopped', 'done']),
    stoppedBecause: z.string().nullable(),
    requestedAt: moment,
    items: z.array(
      z.object({
        dispatchId: z.uuid(),
        contentSha256: z.string(),
        state: z.enum(ITEM_STATES),
        refusal: z.string().nullable(),
        settledAt: moment.nullable(),
      }),
    ),
  })
  .meta({ id: 'SigningBatch' });
