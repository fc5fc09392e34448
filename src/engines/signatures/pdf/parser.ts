import { SigningError } from '../signing-error.ts';
import { Dictionary, Name, Numeral, type PdfObject, Reference, Stream, Text } from './objects.ts';

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set(Buffer.from('()<>[]{}/%'));
const MAX_DEPTH = 100;
/** Values in one object, however nested: bounds memory when an untrusted file is parsed. */
const MAX_PARTS = 100_000;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export interface IndirectObject {
  reference: Reference;
  object: PdfObject;
  /** First byte after `endobj`. */
  end: number;
}

/** Reads objects strictly (ISO 32000-1, 7.2 and 7.3): what is not plainly right is refused, never repaired. */
export class Parser {
  private parts = 0;

  constructor(
    readonly bytes: Buffer,
    public position: number,
    private readonly lengthOf: (reference: Reference) => number = () => this.refuse(),
  ) {}

  indirectObject(): IndirectObject {
    const reference = new Reference(this.integer(), this.integer());
    this.expect('obj');
    let object = this.object();
    if (object instanceof Dictionary && this.accept('stream')) object = this.stream(object);
    this.expect('endobj');
    return { reference, object, end: this.position };
  }

  object(depth = 0): PdfObject {
    if (depth > MAX_DEPTH || ++this.parts > MAX_PARTS) this.refuse();
    this.skipWhite();
    const letter = String.fromCharCode(this.bytes[this.position] ?? 0);
    if (letter === '/') return this.name();
    if (letter === '(') return this.literalText();
    if (letter === '[') return this.array(depth);
    if (letter === '<') {
      return this.bytes[this.position + 1] === 0x3c ? this.dictionary(depth) : this.hexText();
    }
    if (/[-+.\d]/.test(letter)) return this.numberOrReference();
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : this.refuse();
  }

  integer(): number {
    this.skipWhite();
    const word = this.word();
    return /^\d{1,10}$/.test(word) ? Number(word) : this.refuse();
  }

  expect(word: string): void {
    if (!this.accept(word)) this.refuse();
  }

  accept(word: string): boolean {
    this.skipWhite();
    const end = this.position + word.length;
    if (this.bytes.toString('latin1', this.position, end) !== word) return false;
    this.position = end;
    return true;
  }

  skipWhite(): void {
    for (; this.position < this.bytes.length; this.position++) {
      const byte = this.bytes[this.position]!;
      if (byte === 0x25) this.skipComment();
      else if (!WHITE.has(byte)) return;
    }
  }

  refuse(): never {
    throw new SigningError(
      'unreadable-pdf',
      `Không đọc chắc chắn được tệp PDF tại byte ${this.position}. Hãy lấy lại tệp gốc từ nơi phát hành.`,
    );
  }

  private skipComment(): void {
    while (this.position + 1 < this.bytes.length && !this.isLineEnd(this.position + 1)) {
      this.position++;
    }
  }

  private isLineEnd(at: number): boolean {
    return this.bytes[at] === 10 || this.bytes[at] === 13;
  }

  private word(): string {
    const start = this.position;
    while (this.position < this.bytes.length) {
      const byte = this.bytes[this.position]!;
      if (WHITE.has(byte) || DELIMITER.has(byte)) break;
      this.position++;
    }
    return this.bytes.toString('latin1', start, this.position);
  }

  private name(): Name {
    this.position++;
    const escaped = this.word();
    return new Name(
      escaped.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      ),
    );
  }

  private numberOrReference(): Numeral | Reference {
    const digits = this.word();
    if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(digits)) this.refuse();
    const after = this.position;
    const ahead = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      this.bytes.toString('latin1', after, after + 24),
    );
    if (!ahead || !/^\d+$/.test(digits)) return new Numeral(digits);
    this.position = after + ahead[0].length;
    return new Reference(Number(digits), Number(ahead[1]));
  }

  private array(depth: number): PdfObject[] {
    this.position++;
    const items: PdfObject[] = [];
    while (!this.accept(']')) items.push(this.object(depth + 1));
    return items;
  }

  private dictionary(depth: number): Dictionary {
    this.position += 2;
    const entries = new Dictionary();
    while (!this.accept('>>')) {
      this.skipWhite();
      if (this.bytes[this.position] !== 0x2f) this.refuse();
      const { value: key } = this.name();
      // A key that stands twice lets two readers see two documents.
      if (entries.has(key)) this.refuse();
      entries.set(key, this.object(depth + 1));
    }
    return entries;
  }

  private hexText(): Text {
    const end = this.bytes.indexOf('>', this.position);
    const digits = this.bytes.toString('latin1', this.position + 1, end).replaceAll(/\s/g, '');
    if (end < 0 || !/^[0-9a-f]*$/i.test(digits)) this.refuse();
    this.position = end + 1;
    return new Text(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'));
  }

  private literalText(): Text {
    const start = ++this.position;
    for (let open = 1; open > 0; this.position++) {
      const byte = this.bytes[this.position] ?? this.refuse();
      if (byte === 0x5c) this.position++;
      else if (byte === 0x28) open++;
      else if (byte === 0x29) open--;
    }
    const raw = this.bytes.toString('latin1', start, this.position - 1);
    const plain = raw.replaceAll(/\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?/g, (_, escape?: string) => {
      if (escape === undefined) return '\n';
      if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8) & 0xff);
      return /^[\r\n]/.test(escape) ? '' : (ESCAPES[escape] ?? escape);
    });
    return new Text(Buffer.from(plain, 'latin1'));
  }

  private stream(head: Dictionary): Stream {
    if (this.bytes[this.position] === 13) this.position++;
    if (this.bytes[this.position++] !== 10) this.refuse();
    const length = head.get('Length');
    const size =
      length instanceof Reference
        ? this.lengthOf(length)
        : length instanceof Numeral
          ? length.value
          : this.refuse();
    const end = this.position + size;
    if (!Number.isInteger(size) || size < 0 || end > this.bytes.length) this.refuse();
    const data = this.bytes.subarray(this.position, end);
    this.position = end;
    this.expect('endstream');
    return new Stream(head, data);
  }
}
