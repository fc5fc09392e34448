import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { perform, type StoreAnswer } from './s3-operations.ts';

export interface S3Server {
  url: string;
  /** What is kept, by path. */
  objects: Map<string, { bytes: Buffer; type: string }>;
  /** Uploads in parts that are neither whole nor given up. */
  uploads: Map<string, { path: string; type: string; begun: Date; parts: Map<number, Buffer> }>;
  /** Requests that were refused, by the code of their error. */
  refused: string[];
  /** Answers nothing but 503 while true. */
  isAway: boolean;
  /** What it does with a request in place of answering well. */
  behave: (request: IncomingMessage) => 'cut off' | 'refuse' | undefined;
  close(): Promise<void>;
}

const KEY = 'so-thong-tin';
const SECRET = 'khoá+bí/mật=của:kho';
const REGION = 'vn-bac-1';

/**
 * A store as S3 is: it checks signatures (AWS Signature Version 4, computed here from the request
 * alone), the hash of what is sent, and conditions of writing; it takes objects whole and in parts, and
 * gives them from any byte on.
 */
export async function startS3Server(): Promise<S3Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, code, headers, body } = answer(request, Buffer.concat(chunks));
      if (code) store.refused.push(code);
      const told = Buffer.from(code ? `<Error><Code>${code}</Code></Error>` : (body ?? ''));
      response.writeHead(status, { ...headers, 'content-length': told.length });
      if (request.method === 'HEAD') response.end();
      else if (store.behave(request) === 'cut off') {
        response.write(told.subarray(0, told.length / 2), () => response.destroy());
      } else response.end(told);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function answer(request: IncomingMessage, body: Buffer): StoreAnswer {
    if (store.isAway) return { status: 503, code: 'SlowDown' };
    if (!isSigned(request)) return { status: 403, code: 'SignatureDoesNotMatch' };
    if (request.headers['x-amz-content-sha256'] !== sha256(body)) {
      return { status: 400, code: 'XAmzContentSHA256Mismatch' };
    }
    if (store.behave(request) === 'refuse') return { status: 403, code: 'AccessDenied' };
    return perform(store, request, body);
  }

  const { port } = server.address() as AddressInfo;
  const store: S3Server = {
    url: `http://${KEY}:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/cong-van/tep?region=${REGION}`,
    objects: new Map(),
    uploads: new Map(),
    refused: [],
    isAway: false,
    behave: () => undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return store;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const mac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  const at = String(headers['x-amz-date'] ?? '');
  if (!found || found[1] !== KEY || found[3] !== REGION || !at.startsWith(found[2]!)) return false;
  const names = found[4]!.split(';');
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.includes(name))) {
    return false;
  }
  const [path, query = ''] = url!.split('?');
  const canonical = [
    method,
    path,
    query
      .split('&')
      .map((pair) => (pair && !pair.includes('=') ? `${pair}=` : pair))
      .toSorted()
      .join('&'),
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${found[2]}/${REGION}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const day = mac(`AWS4${SECRET}`, found[2]!);
  const key = mac(mac(mac(day, REGION), 's3'), 'aws4_request');
  return mac(key, text).toString('hex') === found[5];
}
