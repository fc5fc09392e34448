import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { compressedStream } from './deflated.ts';
import { type PdfKit, type PdfReference, pdfString } from './pdfkit-internals.ts';

let profile: Buffer | undefined;

/** Compressed once in a process. */
function compressedProfile(): Buffer {
  if (profile) return profile;
  const pdfkit = createRequire(import.meta.url).resolve('pdfkit');
  const path = join(dirname(pdfkit), 'data/sRGB_IEC61966_2_1.icc');
  return (profile = deflateSync(readFileSync(path), { level: 9 }));
}

/** sRGB, as PDF/A asks for where colours depend on the device. */
export function outputIntent(pdf: PdfKit): PdfReference {
  const intent = pdf.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: pdfString('sRGB IEC61966-2.1'),
    OutputConditionIdentifier: pdfString('sRGB IEC61966-2.1'),
    DestOutputProfile: compressedStream(pdf, { N: 3 }, compressedProfile()),
  });
  intent.end();
  return intent;
}
