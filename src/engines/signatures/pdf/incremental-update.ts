import { createHash } from 'node:crypto';
import { Dictionary, numeral, type PdfObject, Reference, Stream, Text } from './objects.ts';
import type { PdfFile } from './pdf-file.ts';
import { serialize } from './serialize.ts';
import { type Placed, runsOf, table, crossReferenceStream } from './write-cross-reference.ts';

interface Change {
  reference: Reference;
  object: PdfObject;
}

/** Of a cross-reference stream itself, and of the stream a hybrid file keeps beside its table: never taken over. */
const OF_ONE_SECTION = [
  'Type',
  'W',
  'Index',
  'Length',
  'Filter',
  'DecodeParms',
  'XRefStm',
  // Short names and companions that only such a stream may have.
  'F',
  'FFilter',
  'FDecodeParms',
  'DL',
];

/**
 * Changes appended to a file (ISO 32000-1, 7.5.6); every byte that was there stays. The same changes give the same
 * bytes. A file that ends with a cross-reference stream gets another one, a file that ends with a table another table:
 * nobody but a hybrid file mixes them (7.5.8.4).
 */
export class IncrementalUpdate {
  private readonly changed = new Map<number, Change>();
  private next: number;

  constructor(readonly file: PdfFile) {
    this.next = file.size;
  }

  add(object: PdfObject): Reference {
    const reference = new Reference(this.next++);
    this.changed.set(reference.number, { reference, object });
    return reference;
  }

  addStream(entries: Dictionary, data: Buffer): Reference {
    return this.add(
      new Stream(new Dictionary([...entries, ['Length', numeral(data.length)]]), data),
    );
  }

  /** A copy of a dictionary of the file that may be changed; it is written in place of the old one. */
  revise(reference: Reference): Dictionary {
    const pending = this.changed.get(reference.number)?.object;
    if (pending instanceof Dictionary) return pending;
    const copy = new Dictionary(this.file.dictionaryAt(reference));
    this.changed.set(reference.number, { reference, object: copy });
    return copy;
  }

  write(): Buffer {
    const { bytes } = this.file;
    const parts: Buffer[] = [bytes];
    let length = bytes.length;
    const push = (part: Buffer | string) => {
      const written = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(written);
      length += written.length;
    };
    if (bytes.at(-1) !== 10) push('\n');
    const placed: Placed[] = [];
    for (const [, { reference, object }] of [...this.changed].sort(([a], [b]) => a - b)) {
      placed.push({ reference, offset: length });
      push(`${reference.number} ${reference.generation} obj\n`);
      push(serialize(object));
      push('\nendobj\n');
    }
    const start = length;
    if (this.file.sections.at(-1)!.isStream) {
      const own = new Reference(this.next);
      const rows = runsOf([...placed, { reference: own, offset: start }]);
      push(`${own.number} 0 obj\n`);
      push(serialize(crossReferenceStream(rows, this.trailer(parts.slice(1), this.next + 1))));
      push('\nendobj\n');
    } else {
      push(`xref\n${table(runsOf(placed))}trailer\n`);
      push(serialize(this.trailer(parts.slice(1), this.next)));
      push('\n');
    }
    push(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(parts, length);
  }

  private trailer(appended: Buffer[], size: number): Dictionary {
    const { trailer, sections } = this.file;
    const digest = createHash('sha256');
    for (const part of appended) digest.update(part);
    const identity = this.file.resolve(trailer.get('ID'));
    const first = Array.isArray(identity) ? identity[0] : undefined;
    const own = new Text(digest.digest().subarray(0, 16));
    return new Dictionary([
      ...[...trailer].filter(([key]) => !OF_ONE_SECTION.includes(key)),
      ['Size', numeral(size)],
      ['ID', [first ?? own, own]],
      ['Prev', numeral(sections.at(-1)!.start)],
    ]);
  }
}
