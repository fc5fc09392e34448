import { z } from 'zod';

const AuthorizationRequest = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});

/** What the browser keeps in a cookie while it is away at the provider; only it can come back with the answer. */
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

export const writeAuthorizationRequest = (authorization: AuthorizationRequest): string =>
  Buffer.from(new URLSearchParams(authorization).toString()).toString('base64url');

export function readAuthorizationRequest(kept = ''): AuthorizationRequest | undefined {
  const written = new URLSearchParams(Buffer.from(kept, 'base64url').toString());
  return AuthorizationRequest.safeParse(Object.fromEntries(written)).data;
}
