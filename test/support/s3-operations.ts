import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { S3Server } from './s3-server.ts';

export interface StoreAnswer {
  status: number;
  code?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

const LEAST_PART = 5 * 2 ** 20;

/** What a request that is signed and whole does. */
export function perform(store: S3Server, request: IncomingMessage, body: Buffer): StoreAnswer {
  const [path = '', query = ''] = request.url!.split('?');
  const asked = new URLSearchParams(query);
  if (request.method === 'GET' && asked.has('uploads')) return listed(store, path, asked);
  if (request.method === 'POST' && asked.has('uploads')) {
    const id = randomUUID();
    const type = request.headers['content-type']!;
    store.uploads.set(id, { path, type, begun: new Date(), parts: new Map() });
    return { status: 200, body: `<R><UploadId>${id}</UploadId></R>` };
  }
  if (asked.has('uploadId')) return inParts(store, request, body, asked);
  const kept = store.objects.get(path);
  if (request.method === 'PUT') {
    if (kept && request.headers['if-none-match'] === '*') return EXISTS;
    store.objects.set(path, { bytes: body, type: request.headers['content-type']! });
    return { status: 200 };
  }
  if (!kept) return { status: 404, code: 'NoSuchKey' };
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from > 0 && from >= kept.bytes.length) return { status: 416, code: 'InvalidRange' };
  return { status: request.headers.range ? 206 : 200, body: kept.bytes.subarray(from) };
}

function inParts(
  { uploads, objects }: S3Server,
  { method, headers }: IncomingMessage,
  body: Buffer,
  asked: URLSearchParams,
): StoreAnswer {
  const id = asked.get('uploadId')!;
  const upload = uploads.get(id);
  if (!upload) return { status: 404, code: 'NoSuchUpload' };
  if (method === 'DELETE') {
    uploads.delete(id);
    return { status: 204 };
  }
  if (method === 'PUT') {
    const number = Number(asked.get('partNumber'));
    upload.parts.set(number, body);
    return { status: 200, headers: { etag: `"${number}-${body.length}"` } };
  }
  const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)</g)];
  const parts = named.map(([, number, etag]) => {
    const bytes = upload.parts.get(Number(number));
    return bytes && etag === `&quot;${number}-${bytes.length}&quot;` ? bytes : undefined;
  });
  if (parts.includes(undefined)) return { status: 400, code: 'InvalidPart' };
  const whole = parts as Buffer[];
  if (whole.slice(0, -1).some(({ length }) => length < LEAST_PART)) {
    return { status: 400, code: 'EntityTooSmall' };
  }
  if (objects.has(upload.path) && headers['if-none-match'] === '*') return EXISTS;
  objects.set(upload.path, { bytes: Buffer.concat(whole), type: upload.type });
  uploads.delete(id);
  return { status: 200, body: '<R><ETag>"whole"</ETag></R>' };
}

const EXISTS: StoreAnswer = { status: 412, code: 'PreconditionFailed' };

function listed({ uploads }: S3Server, bucket: string, asked: URLSearchParams): StoreAnswer {
  const found = [...uploads].filter(([, { path }]) =>
    path.startsWith(`${bucket}/${asked.get('prefix')}`),
  );
  const entries = found.map(
    ([id, { path, begun }]) =>
      `<Upload><Key>${path.slice(bucket.length + 1)}</Key><UploadId>${id}</UploadId>` +
      `<Initiated>${begun.toISOString()}</Initiated></Upload>`,
  );
  return { status: 200, body: `<R>${entries.join('')}</R>` };
}
