import { pdfDate } from '../../../src/engines/signatures/pdf/objects.ts';
import { serialize } from '../../../src/engines/signatures/pdf/serialize.ts';
import { addressHoles } from '../../../src/engines/signatures/pdf/signature-holes.ts';
import { signWith } from '../../../src/engines/signatures/dispatch-signatures.ts';
import type { KeyHolder } from '../../../src/engines/signatures/keys/key-holder.ts';

/** How a file says where its objects are (ISO 32000-1, 7.5.4 and 7.5.8). */
export type Layout = 'table' | 'stream' | 'hybrid';

const HEAD = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

const claimed = serialize(pdfDate(new Date())).toString('latin1');

export const SIGNATURE = `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached
/M ${claimed} /ByteRange [0 9999999999 9999999999 9999999999] /Contents <${'00'.repeat(6000)}>>>`;

/** Objects by number from 1, one after another. */
export function body(objects: string[]): { written: string; offsets: number[] } {
  let written = HEAD;
  const offsets = objects.map((object, index) => {
    const offset = written.length;
    written += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  return { written, offsets };
}

export function table(offsets: (number | 'free')[]): string {
  const rows = offsets.map((offset) =>
    offset === 'free' ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  return `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
}

export type Row = [kind: number, second: number, third: number];

export function crossReferenceStream(number: number, rows: Row[], entries: string): string {
  const data = Buffer.concat(
    rows.map(([kind, second, third]) => {
      const row = Buffer.alloc(7, kind);
      row.writeUInt32BE(second, 1);
      row.writeUInt16BE(third, 5);
      return row;
    }),
  ).toString('latin1');
  return `${number} 0 obj\n<</Type /XRef /W [1 4 2] /Length ${data.length} ${entries}>>\nstream\n${data}\nendstream\nendobj\n`;
}

const ending = (start: number) => `startxref\n${start}\n%%EOF\n`;

/**
 * A file with the objects given, the first its catalog. In a hybrid file those named by `hidden` stand in an object
 * stream that only readers of cross-reference streams find.
 */
export function writePdf(objects: string[], layout: Layout, hidden: number[] = []): Buffer {
  const count = objects.length;
  if (layout === 'table') {
    const { written, offsets } = body(objects);
    const trailer = `trailer\n<</Size ${count + 1} /Root 1 0 R>>\n`;
    return bytes(written + table(offsets) + trailer + ending(written.length));
  }
  if (layout === 'stream') {
    const { written, offsets } = body(objects);
    const rows = [...offsets, written.length].map((offset): Row => [1, offset, 0]);
    const entries = `/Size ${count + 2} /Root 1 0 R`;
    const stream = crossReferenceStream(count + 1, [[0, 0, 0xffff], ...rows], entries);
    return bytes(written + stream + ending(written.length));
  }
  return hybrid(objects, hidden);
}

function hybrid(objects: string[], hidden: number[]): Buffer {
  const container = objects.length + 1;
  const packed = hidden.map((number) => objects[number - 1]!);
  let first = 0;
  const pairs = packed.map((object, index) => {
    const pair = `${hidden[index]} ${first}`;
    first += object.length + 1;
    return pair;
  });
  const head = `${pairs.join(' ')}\n`;
  const data = `${head}${packed.join('\n')}\n`;
  let written = HEAD;
  const offsets = objects.map((object, index): number | 'free' => {
    if (hidden.includes(index + 1)) return 'free';
    const offset = written.length;
    written += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const holder = written.length;
  const type = `/Type /ObjStm /N ${hidden.length} /First ${head.length} /Length ${data.length}`;
  written += `${container} 0 obj\n<<${type}>>\nstream\n${data}\nendstream\nendobj\n`;
  const beside = written.length;
  const rows: Row[] = [
    ...hidden.map((_, index): Row => [2, container, index]),
    [1, holder, 0],
    [1, beside, 0],
  ];
  const index = [...hidden, container, container + 1].flatMap((number) => [number, 1]).join(' ');
  // Large enough for the hidden objects too (7.5.8.4).
  const size = `/Size ${container + 2}`;
  written += crossReferenceStream(container + 1, rows, `${size} /Index [${index}] /Root 1 0 R`);
  const trailer = `trailer\n<<${size} /Root 1 0 R /XRefStm ${beside}>>\n`;
  return bytes(written + table(offsets) + trailer + ending(written.length));
}

/** A page with a form whose fields, from object 4 on, are as given. */
export const page = (fields: number[], ...objects: string[]): string[] => [
  `<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [${fields.map((n) => `${n} 0 R`).join(' ')}] /SigFlags 3>>>>`,
  '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <<>>>>',
  ...objects,
];

/** Signs what stands in the hole of `SIGNATURE`. */
export const signHole = (pdf: Buffer, key: KeyHolder): Promise<Buffer> =>
  signWith(addressHoles(Buffer.from(pdf), 0), key);

const bytes = (words: string) => Buffer.from(words, 'latin1');
