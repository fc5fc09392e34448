import { PdfFile } from '../../../src/engines/signatures/pdf/pdf-file.ts';
import { formFields } from '../../../src/engines/signatures/pdf/form-fields.ts';
import {
  Dictionary,
  type PdfObject,
  Reference,
  Stream,
} from '../../../src/engines/signatures/pdf/objects.ts';
import { serialize } from '../../../src/engines/signatures/pdf/serialize.ts';

export interface Forgery {
  /** Body of each object by its number, without `obj` and `endobj`. */
  objects: Record<number, string>;
  /** Entries of the table that point elsewhere. */
  offsets?: Record<number, number>;
  freed?: number[];
  /** Bytes before the first object that belong to none. */
  lead?: string;
  /** Bytes before the table that belong to no object. */
  stray?: string;
  /** Changes to the trailer, as text by key. */
  trailer?: Record<string, string>;
}

/** Appends a revision as an attacker with an editor of his own would. */
export function append(
  pdf: Buffer,
  { objects, offsets = {}, freed = [], lead = '', stray = '', trailer = {} }: Forgery,
): Buffer {
  const file = new PdfFile(pdf);
  let body = lead;
  const rows: string[] = [];
  const at = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;
  for (const [number, text] of Object.entries(objects)) {
    rows.push(`${number} 1\n${at(pdf.length + Buffer.byteLength(body, 'latin1'))}`);
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  for (const [number, offset] of Object.entries(offsets)) rows.push(`${number} 1\n${at(offset)}`);
  for (const number of freed) rows.push(`${number} 1\n0000000000 65535 f \n`);
  body += stray;
  const start = pdf.length + body.length;
  const size = Math.max(file.size, ...Object.keys(objects).map((number) => Number(number) + 1));
  const entries: Record<string, string> = {
    Size: String(size),
    Root: text(file.trailer.get('Root')),
    Info: text(file.trailer.get('Info')),
    ID: text(file.trailer.get('ID')),
    Prev: String(file.sections.at(-1)!.start),
    ...trailer,
  };
  const words = Object.entries(entries).map(([key, value]) => `/${key} ${value}`);
  const tail = `xref\n${rows.join('')}trailer\n<<${words.join(' ')}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body + tail, 'latin1')]);
}

/** A look into a file, for somebody who wants to change it. */
export class Loot {
  readonly file: PdfFile;

  constructor(readonly pdf: Buffer) {
    this.file = new PdfFile(pdf);
  }

  field(name: string): number {
    return formFields(this.file).find((field) => field.name === name)!.reference.number;
  }

  get catalog(): number {
    return this.file.catalogReference.number;
  }

  get page(): number {
    return this.file.firstPage.number;
  }

  /** Number of the object some path of keys leads to. */
  at(number: number, ...keys: string[]): number {
    let object: PdfObject = new Reference(number);
    for (const key of keys) {
      const entries: PdfObject = this.file.resolve(object);
      const holder = entries instanceof Stream ? entries.dictionary : entries;
      if (Array.isArray(holder)) object = holder[Number(key)]!;
      else object = (holder as Dictionary).get(key) ?? null;
    }
    if (!(object instanceof Reference)) throw new Error(`${keys.join('/')} is no reference`);
    return object.number;
  }

  /** The dictionary at a number with some entries changed (`null` takes one away). */
  with(number: number, changes: Record<string, string | null>): string {
    const entries = new Map<string, string>();
    for (const [key, value] of this.file.dictionaryAt(new Reference(number)))
      entries.set(key, text(value));
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) entries.delete(key);
      else entries.set(key, value);
    }
    return `<<${[...entries].map(([key, value]) => `/${key} ${value}`).join('\n')}>>`;
  }

  value(number: number, key: string): string {
    return text(this.file.dictionaryAt(new Reference(number)).get(key));
  }

  get free(): number {
    return this.file.size;
  }
}

export function stream(content: string, entries = ''): string {
  return `<<${entries} /Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** A form as large as a field, that draws what it is told. */
export function drawing(content: string, box = '[0 0 34 16.25]', resources = '<<>>'): string {
  return stream(content, `/Type /XObject /Subtype /Form /BBox ${box} /Resources ${resources}`);
}

export function text(object: PdfObject | undefined): string {
  return serialize(object ?? null).toString('latin1');
}
