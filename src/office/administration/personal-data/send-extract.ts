import type { Response } from 'express';
import type { Readable } from 'node:stream';
import { sendStream } from '../../../platform/web/send-stream.ts';
import type { ExtractOf } from './personal-data.schemas.ts';

const TYPES = { json: 'application/json', html: 'text/html; charset=utf-8' };

/** A file to hand over; its name tells nobody whose it is. */
export async function sendExtract(
  response: Response,
  format: ExtractOf['format'],
  source: Readable,
): Promise<void> {
  response
    .type(TYPES[format])
    .attachment(`du-lieu-ca-nhan.${format}`)
    .setHeader('Cache-Control', 'no-store');
  await sendStream(response, source);
}
