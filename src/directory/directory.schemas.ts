import { z } from 'zod';
import { line } from '../web/schema.ts';

export const AgencyFilter = z
  .object({
    kind: z.string().max(30).optional(),
    q: z.string().trim().max(100).optional(),
    doubtful: z.stringbool().optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  })
  .meta({ id: 'AgencyFilter' });
export type AgencyFilter = z.infer<typeof AgencyFilter>;

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const AgencyView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    email: z.string().nullable(),
    telephone: z.string().nullable(),
    /** What a mail server said when it refused the address for good. */
    addressFailure: z.object({ words: z.string(), failedAt: moment }).nullable(),
  })
  .meta({ id: 'Agency' });

export const AgencyPage = z
  .object({ items: z.array(AgencyView), total: z.number().int() })
  .meta({ id: 'AgencyPage' });

export const GroupView = z
  .object({ id: z.uuid(), name: z.string(), kinds: z.array(z.string()) })
  .meta({ id: 'Group' });

export const ImportResult = z
  .object({ created: z.number().int(), updated: z.number().int() })
  .meta({ id: 'ImportResult' });

/** An empty cell is `null`; a column that the file lacks stays absent. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((cell) => (cell === '' ? null : cell), schema.nullable().optional());

const day = z.iso.date('Ngày phải có dạng NĂM-THÁNG-NGÀY, ví dụ 2024-01-31.');

/** One row of an import; columns as in `code,name,kind,parent_code,email,valid_from,valid_to,successor_code`. */
export const AgencyRow = z.object({
  code: line(50),
  name: line(200),
  kind: line(50),
  parent_code: optional(line(50)),
  email: optional(z.string().trim().max(100).pipe(z.email('Địa chỉ thư không đúng dạng.'))),
  valid_from: optional(day),
  valid_to: optional(day),
  successor_code: optional(line(50)),
});
export type AgencyRow = z.infer<typeof AgencyRow>;
