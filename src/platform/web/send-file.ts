import type { Response } from 'express';
import { Readable } from 'node:stream';
import { DamagedFile } from '../files/damaged-file.ts';
import type { KeptFile, Span } from '../files/kept-file.ts';
import { sendStream } from './send-stream.ts';

/**
 * Sends a kept file, or what of it is asked for (RFC 9110, Range), as the reader takes it. Until its first
 * piece is there the answer can still be an error; after that, only a connection that breaks off before
 * Content-Length is reached tells that something went wrong. A reader that leaves stops the reading.
 */
export async function sendFile(
  response: Response,
  file: KeptFile,
  /** Headers of the answer; an error must not bear them. */
  headers: Record<string, string> = {},
  /** Called where bytes are about to be given out: not for HEAD, not for a file that is damaged. */
  onGiven?: () => Promise<void>,
): Promise<void> {
  const { req: request } = response;
  const etag = `"${file.sha256}"`;
  if (isAmong(etag, request.get('if-none-match'))) {
    response.status(304).setHeader('ETag', etag).end();
    return;
  }
  const span = spanOf(response, file.size, etag);
  if (span === BEYOND) {
    response.status(416).setHeader('Content-Range', `bytes */${file.size}`).end();
    return;
  }
  const pieces = file.pieces(span);
  try {
    const first = await pieces.next();
    if (request.method !== 'HEAD') await onGiven?.();
    const { from, to } = span ?? { from: 0, to: file.size - 1 };
    if (file.mediaType === 'application/pdf') showable(response);
    if (span) response.setHeader('Content-Range', `bytes ${from}-${to}/${file.size}`);
    response
      .status(span ? 206 : 200)
      .type(file.mediaType)
      .set(headers)
      .setHeader('Content-Length', to - from + 1)
      .setHeader('ETag', etag)
      .setHeader('Accept-Ranges', 'bytes');
    if (request.method === 'HEAD' || first.done) return void response.end();
    await sendStream(
      response,
      Readable.from(begunWith(first.value, pieces), { objectMode: false }),
    );
  } catch (error) {
    if (error instanceof DamagedFile) await file.noteDamage();
    throw error;
  } finally {
    await pieces.return(undefined);
  }
}

const BEYOND = 'beyond its end';

/** The one range that is asked for; everything, where it is none, several, or of another file. */
function spanOf(response: Response, size: number, etag: string): Span | typeof BEYOND | undefined {
  const { req: request } = response;
  const condition = request.get('if-range');
  if (request.method !== 'GET' || (condition !== undefined && condition !== etag)) return undefined;
  const ranges = request.range(size);
  if (ranges === -1) return BEYOND;
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  const { start: from, end: to } = ranges[0]!;
  return { from, to };
}

/** Browsers' own PDF viewers do not run under it. */
export const showable = (response: Response) => response.removeHeader('Content-Security-Policy');

const isAmong = (etag: string, list = '') =>
  list.split(',').some((each) => ['*', etag, `W/${etag}`].includes(each.trim()));

async function* begunWith(
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer, void> {
  yield first;
  yield* rest;
}
