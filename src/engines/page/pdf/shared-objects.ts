import type { FontFamily } from '../fonts/font-family.ts';
import type { FontStyle } from '../fonts/typeface.ts';
import { embedShared } from './document-font.ts';
import { outputIntent } from './output-intent.ts';
import { type PdfKit, type PdfReference, RawPdf } from './pdfkit-internals.ts';

/** What most files begin with, byte for byte: the output intent and four faces with the shared subsets. */
export interface SharedObjects {
  outputIntent: RawPdf;
  fonts: Record<FontStyle, RawPdf>;
}

interface Recording {
  /** Number of objects before, and offset of the first one. */
  before: number;
  start: number;
  offsets: number[];
  bytes: Buffer;
  objects: SharedObjects;
}

const recordings = new WeakMap<FontFamily, Recording>();

/** Written by the first file of the process, copied into the others, where they have the same numbers. */
export function sharedObjects(pdf: PdfKit, fonts: FontFamily): SharedObjects {
  let recording = recordings.get(fonts);
  if (recording?.before !== pdf._offsets.length) {
    recordings.set(fonts, (recording = record(pdf, fonts)));
    return recording.objects;
  }
  const moved = pdf._offset - recording.start;
  for (const offset of recording.offsets) pdf._offsets.push(offset + moved);
  pdf._write(recording.bytes);
  return recording.objects;
}

function record(pdf: PdfKit, fonts: FontFamily): Recording {
  const before = pdf._offsets.length;
  const start = pdf._offset;
  const pieces: Uint8Array[] = [];
  const write = pdf._write.bind(pdf);
  pdf._write = (piece) => {
    pieces.push(typeof piece === 'string' ? Buffer.from(`${piece}\n`, 'latin1') : piece);
    write(piece);
  };
  const reference = (object: PdfReference) => new RawPdf(String(object));
  const face = (style: FontStyle) => reference(embedShared(pdf, fonts[style]));
  const objects: SharedObjects = {
    outputIntent: reference(outputIntent(pdf)),
    fonts: {
      regular: face('regular'),
      bold: face('bold'),
      italic: face('italic'),
      boldItalic: face('boldItalic'),
    },
  };
  pdf._write = write;
  const offsets = pdf._offsets.slice(before) as number[];
  return { before, start, offsets, bytes: Buffer.concat(pieces), objects };
}
