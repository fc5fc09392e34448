import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { compressedStream } from './deflated.ts';
import { openPdfKit, type PdfKit, pdfString } from './pdfkit-internals.ts';
import { ACCESSIBILITY_XMP, informationXmp, type Metadata, PRODUCER } from './xmp.ts';

/** `PDF/A-1a` is for validators that know no later part: no attachment, no PDF/UA mark. */
export type Conformance = 'PDF/A-3a' | 'PDF/A-1a';

/** An empty tagged file: Vietnamese, titled, with an sRGB output intent. `id` makes equal input equal bytes. */
export function openPdfFile(conformance: Conformance, metadata: Metadata, id: Uint8Array): PdfKit {
  const { title, author, created } = metadata;
  const pdf = openPdfKit({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: conformance === 'PDF/A-1a' ? '1.4' : '1.7',
    subset: conformance,
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    font: null,
    info: {
      Title: title,
      Author: author,
      Producer: PRODUCER,
      Creator: PRODUCER,
      CreationDate: created,
      ModDate: created,
    },
  });
  pdf._id = id;
  pdf._addInfo = () => pdf.appendXML(informationXmp(metadata));
  pdf._addColorOutputIntent = () => addOutputIntent(pdf);
  if (conformance === 'PDF/A-3a') pdf.appendXML(ACCESSIBILITY_XMP);
  return pdf;
}

let profile: Buffer | undefined;

/** Compressed once in a process. */
function compressedProfile(): Buffer {
  if (profile) return profile;
  const pdfkit = createRequire(import.meta.url).resolve('pdfkit');
  const path = join(dirname(pdfkit), 'data/sRGB_IEC61966_2_1.icc');
  return (profile = deflateSync(readFileSync(path), { level: 9 }));
}

function addOutputIntent(pdf: PdfKit): void {
  const intent = pdf.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: pdfString('sRGB IEC61966-2.1'),
    OutputConditionIdentifier: pdfString('sRGB IEC61966-2.1'),
    DestOutputProfile: compressedStream(pdf, { N: 3 }, compressedProfile()),
  });
  intent.end();
  pdf._root.data.OutputIntents = [intent];
}
