import { z } from 'zod';
import { pageNumber } from '../../platform/web/schema.ts';

const day = z.iso.date().optional().catch(undefined);

/** Days as numbers are dated, both included; without them the year that is. */
export const Period = z.object({ from: day, to: day }).meta({ id: 'RegisterPeriod' });
export type Period = z.infer<typeof Period>;

export const PagedPeriod = Period.extend({
  page: pageNumber,
}).meta({ id: 'PagedRegisterPeriod' });
export type PagedPeriod = z.infer<typeof PagedPeriod>;

export const BookPeriod = Period.extend({
  sheet: z.enum(['A4', 'A3']).catch('A4').default('A4'),
}).meta({ id: 'RegisterBook' });
export type BookPeriod = z.infer<typeof BookPeriod>;

const Line = z.object({
  year: z.int(),
  number: z.int(),
  dated: z.iso.date(),
  reference: z.string(),
  subject: z.string(),
  signer: z.string(),
  sentTo: z.string(),
  keptBy: z.string(),
  copies: z.int().nullable(),
  sentOn: z.iso.date().nullable(),
  acknowledged: z.int(),
  note: z.string(),
  fate: z.enum(['issued', 'open', 'void']),
  isWithheld: z.boolean().meta({
    description: 'Hạn chế đọc: chỉ có số, ký hiệu, ngày, tên loại',
  }),
  dispatchId: z.uuid().nullable().meta({ description: 'Trống khi bạn không được đọc văn bản' }),
});
export type RegisterLine = z.infer<typeof Line>;

/** Numbers that no issued document carries, and why; `missing` ones nobody accounts for. */
const Gap = z.object({
  year: z.int(),
  first: z.int(),
  last: z.int(),
  fate: z.enum(['void', 'open', 'missing']),
  reason: z.string(),
});
export type Gap = z.infer<typeof Gap>;

export const RegisterView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    total: z.int(),
    voided: z.int(),
    items: z.array(Line),
    gaps: z.array(Gap),
  })
  .meta({ id: 'Register' });
