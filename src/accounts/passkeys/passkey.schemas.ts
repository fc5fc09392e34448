import { z } from 'zod';
import { line } from '../../web/schema.ts';

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);

/** Of a passkey that is kept. */
export const PasskeyId = base64url;

/** What WebAuthn gives back, as JSON; its library looks at the rest. */
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
};

export const NewPasskey = z.object({
  name: line(60),
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(30)).max(10).default([]),
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
