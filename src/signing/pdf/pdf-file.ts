import { SigningError } from '../signing-error.ts';
import { readSections, type Section } from './cross-reference.ts';
import { Dictionary, Numeral, type PdfObject, Reference, Stream } from './objects.ts';
import { type IndirectObject, Parser } from './parser.ts';

/** A PDF as of its newest revision; objects are read when they are asked for. */
export class PdfFile {
  private readonly read = new Map<number, IndirectObject>();

  constructor(
    readonly bytes: Buffer,
    readonly sections: Section[] = readSections(bytes),
  ) {}

  get trailer(): Dictionary {
    return this.sections.at(-1)!.trailer;
  }

  /** One more than the highest object number. */
  get size(): number {
    const size = this.trailer.get('Size');
    return size instanceof Numeral ? size.value : this.missing('Size');
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
    const { bytes, sections } = this;
    return new PdfFile(bytes.subarray(0, sections[revision]!.end), sections.slice(0, revision + 1));
  }

  resolve(object: PdfObject | undefined): PdfObject {
    if (!(object instanceof Reference)) return object ?? null;
    return this.indirect(object)?.object ?? null;
  }

  dictionaryAt(object: PdfObject | undefined): Dictionary {
    const found = this.resolve(object);
    if (found instanceof Dictionary) return found;
    return found instanceof Stream ? found.dictionary : this.missing('Dictionary');
  }

  indirect({ number, generation }: Reference): IndirectObject | undefined {
    const known = this.read.get(number);
    if (known) return known.reference.generation === generation ? known : undefined;
    const entry = this.sections.findLast(({ entries }) => entries.has(number))?.entries.get(number);
    if (!entry || entry.isFree || entry.generation !== generation) return undefined;
    const parser = new Parser(this.bytes, entry.offset, (length) => this.lengthAt(length));
    const found = parser.indirectObject();
    if (found.reference.number !== number || found.reference.generation !== generation) {
      parser.refuse();
    }
    this.read.set(number, found);
    return found;
  }

  private lengthAt(reference: Reference): number {
    const length = this.resolve(reference);
    return length instanceof Numeral ? length.value : this.missing('Length');
  }

  private missing(what: string): never {
    throw new SigningError(
      'unreadable-pdf',
      `Tệp PDF thiếu phần bắt buộc (${what}). Hãy lấy lại tệp gốc từ nơi phát hành.`,
    );
  }
}
