import { z } from 'zod';
import { line, pageNumber } from '../../../platform/web/schema.ts';
import { KindCode, MOST_KINDS } from '../kinds/kinds.schemas.ts';
import { listed } from './agencies.schemas.ts';

const codes = (value: unknown) =>
  typeof value === 'string' ? value.split(/[\s,;]+/).filter(Boolean) : (value ?? []);

/** A group: all agencies of some kinds, those chosen by their codes, or both. */
export const GroupDraft = z
  .object({
    name: line(200),
    kinds: listed(z.array(KindCode).max(MOST_KINDS, `Nhiều quá ${MOST_KINDS} loại.`)),
    codes: z.preprocess(codes, z.array(z.string().max(50)).max(5000, 'Nhiều quá 5000 mã.')),
  })
  .refine(({ kinds, codes: chosen }) => kinds.length + chosen.length > 0, {
    path: ['codes'],
    message: 'Chọn ít nhất một loại, hoặc ghi mã của ít nhất một cơ quan.',
  })
  .meta({ id: 'GroupDraft' });
export type GroupDraft = z.infer<typeof GroupDraft>;

export const AsOf = z
  .object({
    asOf: z.iso.date().optional().catch(undefined),
    page: pageNumber,
  })
  .meta({ id: 'AsOf' });
export type AsOf = z.infer<typeof AsOf>;

export const GroupMembers = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kinds: z.array(z.string()),
    /** Chosen by hand. */
    codes: z.array(z.string()),
    asOf: z.string(),
    members: z
      .array(z.object({ id: z.uuid(), code: z.string(), name: z.string() }))
      .meta({ description: 'Một trang, nhiều nhất 100; trang sau: ?page=2' }),
    total: z.number().int().meta({ description: 'Số thành viên ngày asOf, ở mọi trang' }),
    turns: z.array(z.object({ day: z.string(), members: z.number().int() })),
  })
  .meta({ id: 'GroupMembers' });
export const SavedGroup = z.object({ id: z.uuid() }).meta({ id: 'SavedGroup' });
