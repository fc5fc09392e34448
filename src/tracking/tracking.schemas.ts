import { z } from 'zod';

export const RECIPIENT_STATES = [
  'acknowledged',
  'delivered',
  'waiting',
  'failed',
  'unreachable',
] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

const Counts = z.object({
  acknowledged: z.int(),
  delivered: z.int(),
  waiting: z.int(),
  failed: z.int(),
  unreachable: z.int(),
  late: z.int(),
  total: z.int(),
});
export type Counts = z.infer<typeof Counts>;

export const ProgressView = z
  .object({
    total: Counts,
    kinds: z.array(z.object({ kind: z.string(), name: z.string(), counts: Counts })),
    /** Why nothing is being sent just now, if so. */
    pauseReason: z.string().nullable(),
  })
  .meta({ id: 'Progress' });
export type Progress = z.infer<typeof ProgressView>;

export const RecipientFilter = z
  .object({
    state: z.enum(RECIPIENT_STATES).optional().catch(undefined),
    kind: z.string().max(30).optional(),
    late: z.stringbool().optional().catch(undefined),
    q: z.string().trim().max(100).optional(),
    page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
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
    acknowledgedAt: moment.nullable(),
    lastReply: z.string().nullable(),
    reason: z.string().nullable(),
    nextAttemptAt: moment.nullable(),
  })
  .meta({ id: 'Recipient' });

export const RecipientPage = z
  .object({ items: z.array(RecipientView), total: z.int() })
  .meta({ id: 'RecipientPage' });

export const BoardView = z
  .array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      symbol: z.string(),
      issuedOn: z.string(),
      abstract: z.string(),
      urgency: z.string(),
      counts: Counts,
    }),
  )
  .meta({ id: 'Board' });
