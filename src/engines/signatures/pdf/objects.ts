/** Objects of a PDF (ISO 32000-1, 7.3). Numbers keep the digits they were written with. */
export class Name {
  constructor(readonly value: string) {}
}

export class Numeral {
  readonly value: number;
  constructor(readonly digits: string) {
    this.value = Number(digits);
  }
}

export class Text {
  constructor(readonly bytes: Buffer) {}
}

export class Reference {
  constructor(
    readonly number: number,
    readonly generation = 0,
  ) {}
}

export class Dictionary extends Map<string, PdfObject> {}

export class Stream {
  constructor(
    readonly dictionary: Dictionary,
    /** As stored, still encoded. */
    readonly data: Buffer,
  ) {}
}

export type PdfObject =
  null | boolean | Numeral | Name | Text | Reference | PdfObject[] | Dictionary | Stream;

export const name = (value: string) => new Name(value);
export const numeral = (value: number) => new Numeral(String(Math.round(value * 100) / 100));
export const dictionary = (entries: Record<string, PdfObject>) =>
  new Dictionary(Object.entries(entries));

/** Text string (7.9.2.2): bytes of ASCII as they are, everything else in UTF-16. */
export function text(words: string): Text {
  if (/^[\x20-\x7e]*$/.test(words)) return new Text(Buffer.from(words, 'latin1'));
  return new Text(Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(words, 'utf16le').swap16()]));
}

export function wordsOf({ bytes }: Text): string {
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0;
  if (!isUtf16) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

/** Date string (7.9.4) at the offset of Vietnam. */
export function pdfDate(instant: Date): Text {
  const local = new Date(instant.getTime() + 7 * 3_600_000).toISOString();
  return text(`D:${local.slice(0, 19).replaceAll(/[-:T]/g, '')}+07'00'`);
}
