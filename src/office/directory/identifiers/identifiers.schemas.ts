import { z } from 'zod';
import { optional } from '../../../platform/web/schema.ts';
import { SCHEMES } from './schemes.ts';

const day = z.iso.date('Ghi ngày theo dạng NĂM-THÁNG-NGÀY, ví dụ 2025-07-01.');

/** In capitals; what it looks like is asked by its scheme (`schemes.ts`). */
export const IdentifierCode = z
  .string({ error: 'Không được để trống.' })
  .trim()
  .min(1, 'Không được để trống.')
  .max(50, 'Dài quá 50 ký tự.')
  .transform((code) => code.toUpperCase());

export const IdentifierDraft = z
  .object({
    scheme: z.enum(SCHEMES, 'Chọn loại mã.'),
    code: IdentifierCode,
    validFrom: day,
    validTo: optional(day),
  })
  .meta({
    id: 'IdentifierDraft',
    description: 'Mã cùng loại đang dùng kết thúc vào ngày trước ngày bắt đầu của mã này',
  });
export type IdentifierDraft = z.infer<typeof IdentifierDraft>;

export const IdentifierEnd = z.object({ validTo: day }).meta({ id: 'IdentifierEnd' });
export type IdentifierEnd = z.infer<typeof IdentifierEnd>;

export const IdentifierView = z
  .object({
    id: z.uuid(),
    scheme: z.enum(SCHEMES),
    code: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: 'Identifier' });
export type IdentifierView = z.infer<typeof IdentifierView>;

export const KeptIdentifier = z.object({ id: z.uuid() }).meta({ id: 'KeptIdentifier' });

export const Asked = z.object({
  code: z.string().trim().min(1).max(50),
  on: optional(day).meta({ description: 'Ngày; không ghi là hôm nay' }),
});
export type Asked = z.infer<typeof Asked>;

export const IdentifiedView = z
  .object({
    scheme: z.enum(SCHEMES),
    agency: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }),
  })
  .meta({ id: 'Identified' });
