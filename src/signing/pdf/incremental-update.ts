import { createHash } from 'node:crypto';
import { Dictionary, numeral, type PdfObject, Reference, Stream, Text } from './objects.ts';
import type { PdfFile } from './pdf-file.ts';
import { serialize } from './serialize.ts';

/** Changes appended to a file (ISO 32000-1, 7.5.6); every byte that was there stays. The same changes give the same bytes. */
export class IncrementalUpdate {
  private readonly changed = new Map<number, PdfObject>();
  private next: number;

  constructor(readonly file: PdfFile) {
    this.next = file.size;
  }

  add(object: PdfObject): Reference {
    const reference = new Reference(this.next++);
    this.changed.set(reference.number, object);
    return reference;
  }

  addStream(entries: Dictionary, data: Buffer): Reference {
    return this.add(
      new Stream(new Dictionary([...entries, ['Length', numeral(data.length)]]), data),
    );
  }

  /** A copy of a dictionary of the file that may be changed; it is written in place of the old one. */
  revise(reference: Reference): Dictionary {
    const pending = this.changed.get(reference.number);
    if (pending instanceof Dictionary) return pending;
    const copy = new Dictionary(this.file.dictionaryAt(reference));
    this.changed.set(reference.number, copy);
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
    const offsets = new Map<number, number>();
    for (const [number, object] of [...this.changed].sort(([a], [b]) => a - b)) {
      offsets.set(number, length);
      push(`${number} 0 obj\n`);
      push(serialize(object));
      push('\nendobj\n');
    }
    const start = length;
    push(`xref\n${table(offsets)}trailer\n`);
    push(serialize(this.trailer(parts.slice(1))));
    push(`\nstartxref\n${start}\n%%EOF\n`);
    return Buffer.concat(parts, length);
  }

  private trailer(appended: Buffer[]): Dictionary {
    const { trailer, sections } = this.file;
    const digest = createHash('sha256');
    for (const part of appended) digest.update(part);
    const identity = this.file.resolve(trailer.get('ID'));
    const first = Array.isArray(identity) ? identity[0] : undefined;
    const own = new Text(digest.digest().subarray(0, 16));
    return new Dictionary([
      ...trailer,
      ['Size', numeral(this.next)],
      ['ID', [first ?? own, own]],
      ['Prev', numeral(sections.at(-1)!.start)],
    ]);
  }
}

function table(offsets: Map<number, number>): string {
  const lines: string[] = [];
  let run: { first: number; rows: string[] } | undefined;
  for (const [number, offset] of offsets) {
    if (!run || number !== run.first + run.rows.length) {
      if (run) lines.push(`${run.first} ${run.rows.length}\n${run.rows.join('')}`);
      run = { first: number, rows: [] };
    }
    run.rows.push(`${String(offset).padStart(10, '0')} 00000 n \n`);
  }
  if (run) lines.push(`${run.first} ${run.rows.length}\n${run.rows.join('')}`);
  return lines.join('');
}
