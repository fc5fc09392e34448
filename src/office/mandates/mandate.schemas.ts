import { z } from 'zod';
import { CAPACITIES } from '../accounts/mandate.entity.ts';
import { UnitSymbol } from '../accounts/unit.schemas.ts';
import { TYPE_CODES } from '../../engines/page/document-types.ts';
import { isBlank, line } from '../../platform/web/schema.ts';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (isBlank(value) ? null : value), schema.nullable().default(null));

const capitals = (max: number) => line(max).transform((value) => value.toLocaleUpperCase('vi'));
const day = z.iso.date('Ghi ngày, tháng, năm.');

/** One value of a form comes alone; several words of a text field stand between commas. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => {
      if (isBlank(value)) return [];
      const items: unknown[] = typeof value === 'string' ? [value] : Object.values(value as object);
      return items
        .flatMap((entry) => (typeof entry === 'string' ? entry.split(/[,;]/) : [entry]))
        .filter((entry) => !isBlank(entry));
    },
    z.array(item).max(30, 'Nhiều quá 30 mục.'),
  );

/** `head` is the head of the office, who signs without a prefix. */
const CapacityChoice = z.enum(['head', ...CAPACITIES], { error: 'Chọn tư cách ký.' });

export const GrantMandate = z
  .object({
    accountId: z.uuid('Chọn người ký.'),
    capacity: CapacityChoice.meta({ description: 'head: người đứng đầu, ký không có chữ trước' }),
    grantedFromId: optional(z.uuid('Chọn trong danh sách.')).meta({
      description: 'Thẩm quyền của người giao; bỏ trống khi người giao không có trong hệ thống',
    }),
    onBehalfOf: optional(capitals(100)).meta({
      description: 'Chức vụ hoặc tập thể sau KT., TL., TUQ., TM.; lấy theo người giao nếu có',
      example: 'GIÁM ĐỐC',
    }),
    post: capitals(100).meta({ description: 'Chức vụ in dưới', example: 'PHÓ GIÁM ĐỐC' }),
    documentTypes: list(z.enum(TYPE_CODES)).meta({ description: 'Bỏ trống: mọi loại' }),
    units: list(UnitSymbol).meta({
      description: 'Đơn vị soạn như trong ký hiệu; bỏ trống: mọi đơn vị',
    }),
    basis: optional(line(300)).meta({ description: 'Văn bản, quy chế giao quyền' }),
    validFrom: day,
    validTo: optional(day),
  })
  .meta({ id: 'GrantMandate' });
export type GrantMandate = z.infer<typeof GrantMandate>;

export const EndMandate = z
  .object({
    lastDay: day.meta({ description: 'Ngày cuối còn hiệu lực; hôm qua là hết ngay' }),
    reason: line(300).meta({ description: 'Lý do' }),
  })
  .meta({ id: 'EndMandate' });
export type EndMandate = z.infer<typeof EndMandate>;

export const MandatesQuery = z.object({
  on: z.iso
    .date()
    .optional()
    .catch(undefined)
    .meta({ description: 'Chỉ những thẩm quyền ký được trong ngày này' }),
});
export type MandatesQuery = z.infer<typeof MandatesQuery>;

export const MandateView = z
  .object({
    id: z.uuid(),
    account: z.object({ username: z.string(), fullName: z.string(), post: z.string() }),
    authority: z.array(z.string()),
    capacity: z.enum(CAPACITIES).nullable(),
    grantedFromId: z.uuid().nullable(),
    documentTypes: z.array(z.string()),
    units: z.array(z.string()),
    basis: z.string().nullable(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: 'Mandate' });
