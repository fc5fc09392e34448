import { z } from 'zod';
import { line, optional } from '../../../../platform/web/schema.ts';

export const Leave = z
  .object({
    seal: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'Mở lại trang này rồi xác nhận.')
      .meta({
        description: 'seal của bản xem trước: việc đã khác thì phải xem lại',
      }),
    reason: line(300).meta({ example: 'Nghỉ hưu theo Quyết định số 12/QĐ-STTTT' }),
    drafterId: optional(z.uuid()).meta({ description: 'Người tiếp nhận dự thảo' }),
    mandateId: optional(z.uuid()).meta({ description: 'Thẩm quyền của người ký thay' }),
  })
  .meta({ id: 'Leave' });
export type Leave = z.infer<typeof Leave>;

const Work = z.object({ id: z.uuid(), name: z.string(), isReadable: z.boolean() });
const MandateInWords = z
  .object({
    id: z.uuid(),
    account: z.object({ fullName: z.string() }),
    authority: z.array(z.string()),
  })
  .transform(({ id, account, authority }) => ({ id, person: account.fullName, authority }))
  .pipe(z.object({ id: z.uuid(), person: z.string(), authority: z.array(z.string()) }));

export const WhatIsLeftView = z
  .object({
    sessions: z.int(),
    keys: z.int(),
    passkeys: z.int(),
    mandates: z.array(MandateInWords),
    resting: z.array(MandateInWords),
    drafts: z.array(Work),
    forms: z.int(),
    waiting: z.array(Work),
    signed: z.array(Work),
    contacts: z.array(z.string()),
    seal: z.string(),
  })
  .meta({ id: 'WhatIsLeft' });
