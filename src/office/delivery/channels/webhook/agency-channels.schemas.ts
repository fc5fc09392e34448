import { z } from 'zod';
import { ATTEMPT_OUTCOMES } from '../../delivery-attempt.entity.ts';
import { channelNames } from '../channels.ts';

const CHANNELS = channelNames();

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

/** A form sends the order as one value: `webhook,email`. */
const order = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z
    .array(z.enum(CHANNELS))
    .min(1, 'Chọn ít nhất một kênh.')
    .max(CHANNELS.length, 'Mỗi kênh chỉ một lần.')
    .refine((all) => new Set(all).size === all.length, 'Mỗi kênh chỉ một lần.'),
);

export const SetChannels = z
  .object({
    channels: order.meta({ description: 'Thứ tự thử: kênh sau chỉ dùng khi kênh trước hỏng' }),
    webhookUrl: z.preprocess(
      (value) => (value === '' ? null : value),
      z
        .url({ protocol: /^https?$/, error: 'Địa chỉ webhook bắt đầu bằng https://.' })
        .max(500)
        .refine((url) => !/^https?:\/\/[^/?#]*@/.test(url), {
          error: 'Địa chỉ webhook không ghi tên và mật khẩu; thông báo có chữ ký riêng.',
        })
        .nullable()
        .default(null),
    ),
  })
  .refine(({ channels, webhookUrl }) => webhookUrl !== null || !channels.includes('webhook'), {
    path: ['webhookUrl'],
    error: 'Ghi địa chỉ webhook, hoặc chỉ dùng thư điện tử.',
  })
  .meta({ id: 'SetChannels' });
export type SetChannels = z.infer<typeof SetChannels>;

export const ChannelsView = z
  .object({
    channels: z.array(z.enum(CHANNELS)),
    email: z.string().nullable(),
    webhookUrl: z.string().nullable(),
    /** `whsec_…`, only in the answer that made it. */
    secret: z.string().nullable(),
  })
  .meta({ id: 'AgencyChannels' });
export type ChannelsView = z.infer<typeof ChannelsView>;

export const WebhookAttemptView = z
  .object({
    event: z.enum(['dispatch.issued', 'dispatch.recalled']),
    deliveryId: z.uuid(),
    dispatchId: z.uuid(),
    recipientId: z.uuid(),
    reference: z.string(),
    number: z.int(),
    url: z.string(),
    startedAt: moment,
    outcome: z.enum(ATTEMPT_OUTCOMES),
    replyCode: z.int().nullable(),
    reply: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'WebhookAttempt' });
export type WebhookAttempt = z.input<typeof WebhookAttemptView>;

export const ReplayView = z
  .object({
    outcome: z.enum(ATTEMPT_OUTCOMES),
    replyCode: z.int().nullable(),
    reply: z.string(),
  })
  .meta({ id: 'Replay' });
