import { createHmac, hash } from 'node:crypto';

/**
 * The unguessable token of one recipient's link (256 bits, base64url). It is derived, so a repeated
 * mail carries the same link although the database keeps only its hash.
 */
export function linkToken(secret: string, recipientId: string): string {
  return createHmac('sha256', secret).update(`link:${recipientId}`).digest('base64url');
}

export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}
