import { z } from 'zod';
import { HEAD_FIELDS, Symbol } from '../../accounts/head.schemas.ts';
import { UnitSymbol } from '../../accounts/unit.schemas.ts';
import { line } from '../../../platform/web/schema.ts';

const day = z.iso.date('Ghi ngày, tháng, năm.');

export const NewHead = z
  .object({
    validFrom: day.meta({ description: 'Ngày đầu tiên văn bản mang đầu này' }),
    ...HEAD_FIELDS,
    symbol: Symbol.meta({ description: 'Chữ viết tắt trong ký hiệu', example: 'SKHCN' }),
  })
  .meta({ id: 'NewHead' });
export type NewHead = z.infer<typeof NewHead>;

export const HeadView = z
  .object({
    id: z.uuid(),
    validFrom: z.iso.date().nullable().meta({ description: 'null: từ khi cơ quan có ở đây' }),
    name: z.string(),
    parentBody: z.string().nullable(),
    place: z.string(),
    symbol: z.string(),
    contact: z.array(z.string()),
    identifier: z.string().nullable(),
    formerIdentifier: z.string().nullable(),
  })
  .meta({ id: 'Head' });

export const NewUnit = z
  .object({
    symbol: UnitSymbol.meta({ description: 'Như trong ký hiệu', example: 'CNTT-VT' }),
    name: line(200).meta({ description: 'Tên đầy đủ', example: 'Phòng Bưu chính - Viễn thông' }),
    validFrom: day,
  })
  .meta({ id: 'NewUnit' });
export type NewUnit = z.infer<typeof NewUnit>;

export const RenameUnit = z.object({ name: line(200) }).meta({ id: 'RenameUnit' });
export type RenameUnit = z.infer<typeof RenameUnit>;

export const EndUnit = z
  .object({ lastDay: day.meta({ description: 'Ngày cuối còn soạn văn bản' }) })
  .meta({ id: 'EndUnit' });
export type EndUnit = z.infer<typeof EndUnit>;

export const UnitView = z
  .object({
    id: z.uuid(),
    symbol: z.string(),
    name: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .meta({ id: 'Unit' });
