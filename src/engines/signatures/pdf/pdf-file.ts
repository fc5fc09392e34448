import type { Section } from './section.ts';
import { SigningError } from '../signing-error.ts';
import { type Entry, readSections } from './cross-reference.ts';
import { type ObjectStream, readObjectStream } from './object-stream.ts';
import { Dictionary, Numeral, type PdfObject, Reference, Stream } from './objects.ts';
import { type IndirectObject, Parser } from './parser.ts';
import { unreadable } from './unreadable.ts';

/** Object streams by their offset: revisions of one file share what was unpacked, and the bound on it. */
interface Unpacked {
  streams: Map<number, ObjectStream>;
  left: number;
}

/** For all object streams of a file together. */
const MOST_UNPACKED = 50_000_000;
/** How often a length may lead to another object before the file is one that goes round in circles. */
const DEEPEST = 10;

/** A PDF as of its newest revision; objects are read when they are asked for. */
export class PdfFile {
  private readonly read = new Map<number, IndirectObject>();
  private depth = 0;

  constructor(
    readonly bytes: Buffer,
    readonly sections: Section[] = readSections(bytes),
    private readonly unpacked: Unpacked = { streams: new Map(), left: MOST_UNPACKED },
  ) {}

  get trailer(): Dictionary {
    return this.sections.at(-1)!.trailer;
  }

  /** One more than the highest object number; what the trailer says is not always enough (ISO 32000-1, 7.5.5). */
  get size(): number {
    const size = this.trailer.get('Size');
    if (!(size instanceof Numeral)) return this.missing('Size');
    let highest = size.value - 1;
    for (const { entries } of this.sections) {
      for (const number of entries.keys()) highest = Math.max(highest, number);
    }
    return highest + 1;
  }

  get catalogReference(): Reference {
    const root = this.trailer.get('Root');
    return root instanceof Reference ? root : this.missing('Root');
  }

  get catalog(): Dictionary {
    return this.dictionaryAt(this.catalogReference);
  }

  get firstPage(): Reference {
    let node: PdfObject | undefined = this.catalog.get('Pages');
    for (let depth = 0; depth < 50 && node instanceof Reference; depth++) {
      const kids = this.resolve(this.dictionaryAt(node).get('Kids'));
      if (!Array.isArray(kids)) return node;
      node = kids[0];
    }
    return this.missing('Pages');
  }

  /** The file as it was when `revision` (from 0) was the newest. */
  asOf(revision: number): PdfFile {
    const { bytes, sections, unpacked } = this;
    const end = sections[revision]!.end;
    return new PdfFile(bytes.subarray(0, end), sections.slice(0, revision + 1), unpacked);
  }

  resolve(object: PdfObject | undefined): PdfObject {
    if (!(object instanceof Reference)) return object ?? null;
    const entry = this.entry(object.number);
    if (entry?.kind === 'packed')
      return object.generation === 0 ? this.packed(object, entry) : null;
    return this.indirect(object)?.object ?? null;
  }

  dictionaryAt(object: PdfObject | undefined): Dictionary {
    const found = this.resolve(object);
    if (found instanceof Dictionary) return found;
    return found instanceof Stream ? found.dictionary : this.missing('Dictionary');
  }

  /** An object that stands in the file by itself. */
  indirect({ number, generation }: Reference): IndirectObject | undefined {
    const known = this.read.get(number);
    if (known) return known.reference.generation === generation ? known : undefined;
    const entry = this.entry(number);
    if (entry?.kind !== 'offset' || entry.generation !== generation) return undefined;
    const parser = new Parser(this.bytes, entry.offset, (length) => this.lengthAt(length));
    const found = parser.indirectObject();
    if (found.reference.number !== number || found.reference.generation !== generation) {
      parser.refuse();
    }
    this.read.set(number, found);
    return found;
  }

  /** The object stream of that number. */
  container(number: number): ObjectStream {
    const entry = this.entry(number);
    if (entry?.kind !== 'offset') throw unreadable('đối tượng nén nằm ở nơi lạ');
    const known = this.unpacked.streams.get(entry.offset);
    if (known) return known;
    const object = this.indirect(new Reference(number))?.object ?? null;
    const found = readObjectStream(object, this.unpacked.left);
    if (!found) throw unreadable('đối tượng nén ở dạng lạ');
    this.unpacked.left -= found.size;
    if (this.unpacked.left <= 0) throw unreadable('tệp bung ra quá lớn');
    this.unpacked.streams.set(entry.offset, found);
    return found;
  }

  private entry(number: number): Entry | undefined {
    return this.sections.findLast(({ entries }) => entries.has(number))?.entries.get(number);
  }

  private packed(
    { number }: Reference,
    { container, index }: Entry & { kind: 'packed' },
  ): PdfObject {
    const known = this.read.get(number);
    if (known) return known.object;
    const stream = this.container(container);
    if (stream.numbers[index] !== number) throw unreadable('đối tượng nén nằm ở nơi lạ');
    const object = stream.at(index);
    this.read.set(number, { reference: new Reference(number), object, end: NaN });
    return object;
  }

  private lengthAt(reference: Reference): number {
    if (++this.depth > DEEPEST) throw unreadable('tệp dẫn vòng quanh');
    const length = this.resolve(reference);
    this.depth--;
    return length instanceof Numeral ? length.value : this.missing('Length');
  }

  private missing(what: string): never {
    throw new SigningError(
      'unreadable-pdf',
      `Tệp PDF thiếu phần bắt buộc (${what}). Hãy lấy lại tệp gốc từ nơi phát hành.`,
    );
  }
}
