import { z } from 'zod';
import { line, typedNumber } from '../../../platform/web/schema.ts';
import { SCOPES } from './api-key.entity.ts';

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const NewApiKey = z
  .object({
    name: line(100).meta({ description: 'Dùng cho hệ thống nào', example: 'Phần mềm một cửa' }),
    scopes: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z
        .array(z.enum(SCOPES), 'Chọn ít nhất một quyền.')
        .min(1, 'Chọn ít nhất một quyền.')
        .max(SCOPES.length, 'Mỗi quyền chỉ chọn một lần.'),
    ),
    days: typedNumber(
      z
        .number('Ghi số ngày.')
        .int()
        .min(1, 'Ít nhất 1 ngày.')
        .max(366, 'Nhiều nhất 366 ngày.')
        .default(90),
    ).meta({ description: 'Số ngày có hiệu lực' }),
  })
  .meta({ id: 'NewApiKey' });
export type NewApiKey = z.infer<typeof NewApiKey>;

const view = {
  id: z.uuid(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: moment,
  expiresAt: moment,
  usedAt: moment.nullable(),
  revokedAt: moment.nullable(),
};

export const ApiKeyView = z.object(view).meta({ id: 'ApiKey' });

export const CreatedApiKey = z
  .object({ ...view, key: z.string().meta({ description: 'Chỉ hiện một lần này' }) })
  .meta({ id: 'CreatedApiKey' });
