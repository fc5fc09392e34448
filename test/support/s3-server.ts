import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Server {
  url: string;
  /** What is kept, by path. */
  objects: Map<string, { bytes: Buffer; type: string }>;
  /** Requests that were refused, by the code of their error. */
  refused: string[];
  /** Answers nothing but 503 while true. */
  isAway: boolean;
  close(): Promise<void>;
}

const KEY = 'so-thong-tin';
const SECRET = 'khoá+bí/mật=của:kho';
const REGION = 'vn-bac-1';

/**
 * A store as S3 is: it checks signatures (AWS Signature Version 4, computed here from the request
 * alone), the hash of what is sent, and conditions of writing.
 */
export async function startS3Server(): Promise<S3Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const [status, code] = store.isAway ? [503, 'SlowDown'] : judge(request, body);
      if (code) {
        store.refused.push(code);
        return response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
      }
      const path = request.url!.split('?')[0]!;
      if (request.method === 'PUT') {
        store.objects.set(path, { bytes: body, type: request.headers['content-type']! });
        return response.writeHead(200).end();
      }
      return response.writeHead(200).end(store.objects.get(path)!.bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function judge(request: IncomingMessage, body: Buffer): [number, string?] {
    const path = request.url!.split('?')[0]!;
    if (!isSigned(request)) return [403, 'SignatureDoesNotMatch'];
    if (request.headers['x-amz-content-sha256'] !== sha256(body)) {
      return [400, 'XAmzContentSHA256Mismatch'];
    }
    if (request.method === 'PUT') {
      const exists = store.objects.has(path);
      return request.headers['if-none-match'] === '*' && exists
        ? [412, 'PreconditionFailed']
        : [200];
    }
    return store.objects.has(path) ? [200] : [404, 'NoSuchKey'];
  }

  const { port } = server.address() as AddressInfo;
  const store: S3Server = {
    url: `http://${KEY}:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/cong-van/tep?region=${REGION}`,
    objects: new Map(),
    refused: [],
    isAway: false,
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
    query.split('&').toSorted().join('&'),
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
