import { z } from 'zod';

const Errand = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});

/** What the browser keeps in a cookie while it is away at the provider; only it can come back with the answer. */
export type Errand = z.infer<typeof Errand>;

export const writeErrand = (errand: Errand): string =>
  Buffer.from(new URLSearchParams(errand).toString()).toString('base64url');

export function readErrand(kept = ''): Errand | undefined {
  const written = new URLSearchParams(Buffer.from(kept, 'base64url').toString());
  return Errand.safeParse(Object.fromEntries(written)).data;
}
