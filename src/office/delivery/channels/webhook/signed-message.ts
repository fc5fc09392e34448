import { createHmac } from 'node:crypto';

/**
 * Headers of a message by Standard Webhooks (standardwebhooks.com): the receiver computes the same
 * HMAC-SHA256 over id, time and body with the secret `whsec_…`.
 */
export function signedHeaders(
  secret: string,
  id: string,
  at: Date,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
