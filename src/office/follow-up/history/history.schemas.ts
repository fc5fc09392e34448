import { z } from 'zod';
import { pageNumber } from '../../../platform/web/schema.ts';

/** Everything, what was done, or who looked. */
export const KINDS = ['all', 'acts', 'readings'] as const;

export const HistoryFilter = z
  .object({
    kind: z.enum(KINDS).catch('all').default('all'),
    page: pageNumber,
  })
  .meta({ id: 'HistoryFilter' });
export type HistoryFilter = z.infer<typeof HistoryFilter>;

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

const HistoryEntry = z.object({
  position: z.int(),
  hash: z.string(),
  at: moment,
  verb: z.string(),
  account: z.string().nullable(),
  name: z.string().nullable(),
  post: z.string().nullable(),
  address: z.string().nullable(),
  isErased: z.boolean(),
  recipient: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

/** `head` is of the whole office's chain: its last position and hash. */
export const HistoryView = z
  .object({
    items: z.array(HistoryEntry),
    total: z.int(),
    head: z.object({ position: z.int(), hash: z.string() }),
  })
  .meta({ id: 'History' });
export type History = z.infer<typeof HistoryView>;
export type HistoryItem = Omit<z.infer<typeof HistoryEntry>, 'at'> & { at: Date };
