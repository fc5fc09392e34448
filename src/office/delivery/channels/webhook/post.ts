import { request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { isIP } from 'node:net';
import { ForbiddenAddress, type AddressGuard } from './address-guard.ts';

export interface WebhookAnswer {
  status: number;
  /** The beginning of it. */
  body: string;
}

const LONGEST_BODY_BYTES = 2000;

/** One POST to where the guard allows; redirects are not followed. Throws what the network says. */
export function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  guard: AddressGuard,
  timeoutMs: number,
): Promise<WebhookAnswer> {
  const isEncrypted = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !guard.allows(host, isEncrypted)) throw new ForbiddenAddress(host);
  const open = isEncrypted ? requestEncrypted : requestPlain;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const request = open(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: guard.lookup(isEncrypted),
        signal,
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'noi-nhan-webhook/1',
        },
      },
      (response) => {
        // From here on the other side has answered, whatever becomes of the rest.
        request.removeListener('error', reject).on('error', finish);
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          if (size < LONGEST_BODY_BYTES) chunks.push(chunk);
          size += chunk.length;
          if (size >= LONGEST_BODY_BYTES) finish();
        });
        response.on('end', finish).on('error', finish);
        function finish(): void {
          const text = Buffer.concat(chunks).subarray(0, LONGEST_BODY_BYTES).toString('utf8');
          resolve({ status: response.statusCode ?? 0, body: text });
          request.destroy();
        }
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
