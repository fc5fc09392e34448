import { outputIntent } from './output-intent.ts';
import { openPdfKit, type PdfKit } from './pdfkit-internals.ts';
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
  pdf._addColorOutputIntent = () => (pdf._root.data.OutputIntents ??= [outputIntent(pdf)]);
  if (conformance === 'PDF/A-3a') pdf.appendXML(ACCESSIBILITY_XMP);
  return pdf;
}
