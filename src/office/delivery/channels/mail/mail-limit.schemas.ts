import { z } from 'zod';
import { typedNumber } from '../../../../platform/web/schema.ts';

export const SetMailLimit = z
  .object({
    perMinute: z
      .union([
        z.literal('').transform(() => null),
        z.null(),
        typedNumber(z.number().int().min(1).max(1_000_000)),
      ])
      .meta({
        description: 'Số thư mỗi phút cơ quan gửi tới máy chủ thư; bỏ trống là không giới hạn',
      }),
  })
  .meta({ id: 'SetMailLimit' });
export type SetMailLimit = z.infer<typeof SetMailLimit>;

export const MailLimitView = z
  .object({ server: z.string(), perMinute: z.int().nullable() })
  .meta({ id: 'MailLimit' });
export type MailLimitView = z.infer<typeof MailLimitView>;
