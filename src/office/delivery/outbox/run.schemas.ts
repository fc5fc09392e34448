import { z } from 'zod';
import { optional } from '../../../platform/web/schema.ts';
import { envelopeAddress } from '../../../platform/text/mail-address.ts';

/** An empty field of a form is left out. */
export const Resend = z
  .object({
    recipientId: optional(z.uuid()).meta({
      description: 'Chỉ gửi lại cho nơi nhận này; bỏ trống là mọi nơi gửi hỏng',
    }),
    address: optional(
      z
        .string()
        .trim()
        .max(254)
        .refine((address) => envelopeAddress(address) !== undefined, {
          error: 'Địa chỉ thư không đúng dạng, ví dụ đúng: vanthu@xa.gov.vn.',
        }),
    ).meta({ description: 'Địa chỉ đã sửa; chỉ khi gửi lại cho một nơi nhận' }),
    inDirectory: z
      .union([z.boolean(), z.stringbool()])
      .default(false)
      .meta({ description: 'Ghi địa chỉ đã sửa vào Danh bạ' }),
  })
  .refine(({ recipientId, address }) => address === undefined || recipientId !== undefined, {
    path: ['address'],
    error: 'Sửa địa chỉ cho từng nơi nhận một.',
  })
  .meta({ id: 'Resend' });
export type Resend = z.infer<typeof Resend>;

export const ResentView = z.object({ recipients: z.int() }).meta({ id: 'Resent' });
