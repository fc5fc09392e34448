import { z } from 'zod';
import { line } from '../../../platform/web/schema.ts';

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);

/** Of a passkey that is kept. */
export const PasskeyId = base64url;

const isSmall = (value: unknown) => (JSON.stringify(value)?.length ?? 0) <= 20_000;

/** What WebAuthn gives back, as JSON; its library looks at the rest. */
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z
    .record(z.string().max(100), z.unknown().refine(isSmall, 'Dữ liệu mở rộng dài quá.'))
    .refine((results) => Object.keys(results).length <= 20, 'Nhiều quá 20 mục.')
    .default({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
};

export const NewPasskey = z.object({
  name: line(60),
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(30)).max(10, 'Nhiều quá 10 mục.').default([]),
    }),
  }),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

export const UsedPasskey = z.object({
  to: z.string().max(2000).optional(),
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.optional(),
    }),
  }),
});
export type UsedPasskey = z.infer<typeof UsedPasskey>;
