import { deflateSync } from 'node:zlib';
import type { PdfKit, PdfReference } from './pdfkit-internals.ts';

/** The streams of a dispatch are small: a small window costs nothing in size and much less in time. */
const QUICK = { level: 4, windowBits: 13, memLevel: 7 };

export function deflated(content: Uint8Array): Buffer {
  return deflateSync(content, QUICK);
}

/** A stream whose bytes are already compressed: pdfkit leaves it as it is. */
export function compressedStream(
  pdf: PdfKit,
  data: Record<string, unknown>,
  bytes: Buffer,
): PdfReference {
  const ref = pdf.ref({ ...data, Filter: 'FlateDecode' });
  ref.end(bytes);
  return ref;
}
