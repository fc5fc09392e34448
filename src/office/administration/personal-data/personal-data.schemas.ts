import { z } from 'zod';
import { telephone } from '../../directory/directory.schemas.ts';
import { Email } from '../../../platform/text/mail-address.ts';
import { line, optional, typedNumber } from '../../../platform/web/schema.ts';
import { MOST_MONTHS, PERIOD_NAMES, PERIODS, type PeriodName } from './words.ts';

const whom = {
  username: optional(line(100)).meta({ description: 'Tên đăng nhập của một tài khoản' }),
  name: optional(line(200)).meta({ description: 'Họ và tên đúng như đã khai' }),
  post: optional(line(200)).meta({ description: 'Chức vụ, để phân biệt người trùng tên' }),
  email: optional(Email),
  telephone: optional(line(50).pipe(telephone)),
};

interface Typed {
  username?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  telephone?: string | undefined;
}
const isSomebody = ({ username, name, email, telephone }: Typed) =>
  Boolean(username ?? name ?? email ?? telephone);
const nobody = {
  path: ['name'],
  error: 'Ghi họ tên, tên đăng nhập, địa chỉ thư hoặc số điện thoại.',
};

export const Whom = z.object(whom).refine(isSomebody, nobody).meta({ id: 'Whom' });
export type Whom = z.infer<typeof Whom>;

const basis = line(300).meta({
  description: 'Căn cứ, không ghi họ tên người được hỏi',
  example: 'Đơn ngày 01/12/2026',
});

export const FORMATS = ['json', 'html'] as const;

export const ExtractOf = z
  .object({ ...whom, basis, format: z.enum(FORMATS).default('json') })
  .refine(isSomebody, nobody)
  .meta({ id: 'ExtractOf' });
export type ExtractOf = z.infer<typeof ExtractOf>;

export const EraseOf = z
  .object({
    ...whom,
    basis,
    seal: z.string().regex(/^[0-9a-f]{64}$/, 'Tìm lại người này rồi xác nhận.'),
  })
  .refine(isSomebody, nobody)
  .meta({ id: 'EraseOf' });
export type EraseOf = z.infer<typeof EraseOf>;

const months = (name: PeriodName) => {
  const { least } = PERIODS[name];
  return optional(
    typedNumber(
      z
        .number('Ghi số tháng.')
        .int('Ghi số tháng.')
        .min(least, `Ít nhất ${least} tháng.`)
        .max(MOST_MONTHS, `Nhiều nhất ${MOST_MONTHS} tháng.`),
    ),
  ).meta({ description: `${PERIODS[name].name}: số tháng giữ ${PERIODS[name].from}` });
};

/** What is left out is kept until somebody asks. */
export const SetRetention = z
  .object({
    journalMonths: months('journalMonths'),
    leftMonths: months('leftMonths'),
    letterMonths: months('letterMonths'),
    formMonths: months('formMonths'),
  })
  .meta({ id: 'SetRetention' });
export type SetRetention = z.infer<typeof SetRetention>;

const stamp = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const RetentionView = z
  .object({
    journalMonths: z.int().nullable(),
    leftMonths: z.int().nullable(),
    letterMonths: z.int().nullable(),
    formMonths: z.int().nullable(),
    carriedOutOn: z.string().nullable(),
  })
  .meta({ id: 'Retention' });

const said = {
  name: z.string(),
  what: z.string(),
  whose: z.array(z.enum(['office', 'agency', 'visitor'])),
  purpose: z.string(),
  basis: z.string(),
  kept: z.string(),
  period: z.enum(PERIOD_NAMES).nullable(),
  erasure: z.enum(['delete', 'replace', 'keep']),
  staysBecause: z.string().nullable(),
};

export const InventoryView = z
  .object({
    holdings: z.array(z.object({ ...said, rows: z.int().nullable(), oldest: stamp.nullable() })),
    retention: RetentionView,
  })
  .meta({ id: 'PersonalDataInventory' });

export const FoundView = z
  .object({
    found: z.array(
      z.object({ ...said, erasable: z.int(), staying: z.int(), oldest: stamp.nullable() }),
    ),
    inUse: z.boolean().meta({ description: 'Còn tài khoản đang dùng: chưa xóa được' }),
    seal: z.string(),
  })
  .meta({ id: 'PersonalDataFound' });

export const ErasedView = z
  .object({ erased: z.array(z.object({ name: z.string(), rows: z.int() })) })
  .meta({ id: 'PersonalDataErased' });
