import { hash } from 'node:crypto';
import { compressedStream, deflated } from './deflated.ts';
import { type PdfKit, pdfString } from './pdfkit-internals.ts';

const NAME = 'van-ban.xml';

/** The dispatch as data (ISO 19005-3, associated file with the relationship Data). */
export function attachXml(pdf: PdfKit, xml: string, created: Date): void {
  const content = Buffer.from(xml);
  const data = {
    Type: 'EmbeddedFile',
    Subtype: 'application#2Fxml',
    Params: {
      CreationDate: created,
      ModDate: created,
      CheckSum: hash('md5', content, 'buffer'),
      Size: content.length,
    },
  };
  const embedded = compressedStream(pdf, data, deflated(content));
  const specification = pdf.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: pdfString(NAME),
    UF: pdfString(NAME),
    EF: { F: embedded },
    Desc: pdfString('Văn bản ở dạng máy đọc được'),
  });
  specification.end();
  pdf.addNamedEmbeddedFile(NAME, specification);
  pdf._root.data.AF = [specification];
}
