import { SigningError } from '../signing-error.ts';
import { decodeStream } from './decode-stream.ts';
import { Dictionary, Numeral, Reference, Stream } from './objects.ts';
import { formOf } from './form-fields.ts';
import type { PdfFile } from './pdf-file.ts';

export interface EncodedText {
  /** Glyph codes as hexadecimal digits. */
  codes: string;
  /** In thousandths of the font size. */
  width: number;
}

/** A font the renderer left in the form's resources; text is written with the glyphs it already has. */
export class EmbeddedFont {
  private static readonly read = new WeakMap<PdfFile, Map<string, EmbeddedFont>>();

  private readonly codes = new Map<string, number>();
  private readonly widths: number[];

  private constructor(
    readonly id: string,
    readonly reference: Reference,
    toUnicode: string,
    widths: number[],
  ) {
    this.readMap(toUnicode);
    this.widths = widths;
  }

  /** The same font of the same file is read once. */
  static ofForm(file: PdfFile, id: string): EmbeddedFont {
    const fonts = EmbeddedFont.read.get(file) ?? new Map<string, EmbeddedFont>();
    EmbeddedFont.read.set(file, fonts);
    const font = fonts.get(id) ?? EmbeddedFont.readFrom(file, id);
    fonts.set(id, font);
    return font;
  }

  private static readFrom(file: PdfFile, id: string): EmbeddedFont {
    const resources = file.dictionaryAt(formOf(file)?.get('DR'));
    const reference = file.dictionaryAt(resources.get('Font')).get(id);
    if (!(reference instanceof Reference)) throw missing(`phông chữ ${id}`);
    const font = file.dictionaryAt(reference);
    const map = file.resolve(font.get('ToUnicode'));
    if (!(map instanceof Stream)) throw missing(`bảng chữ của phông ${id}`);
    const toUnicode = decodeStream(map).toString('latin1');
    return new EmbeddedFont(id, reference, toUnicode, widthsOf(file, font));
  }

  encode(words: string): EncodedText {
    let codes = '';
    let width = 0;
    for (const letter of words.normalize('NFC')) {
      const code = this.codes.get(letter);
      if (code === undefined) throw missing(`chữ “${letter}”`);
      codes += code.toString(16).padStart(4, '0');
      width += this.widths[code] ?? 0;
    }
    return { codes, width };
  }

  /** `bfchar` and `bfrange` of a ToUnicode map with two-byte codes (ISO 32000-1, 9.10.3). */
  private readMap(source: string): void {
    for (const [, body] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
      for (const [, code, letters] of body!.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f ]+)>/gi)) {
        this.map(parseInt(code!, 16), letters!);
      }
    }
    for (const [, body] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
      const ranges = /<([0-9a-f]{4})>\s*<[0-9a-f]{4}>\s*\[([^\]]*)\]/gi;
      for (const [, first, list] of body!.matchAll(ranges)) {
        let code = parseInt(first!, 16);
        for (const [, letters] of list!.matchAll(/<([0-9a-f ]*)>/gi)) this.map(code++, letters!);
      }
    }
  }

  private map(code: number, hexadecimal: string): void {
    const units = Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex');
    const letters = units.swap16().toString('utf16le');
    if (code !== 0 && !this.codes.has(letters)) this.codes.set(letters, code);
  }
}

function widthsOf(file: PdfFile, font: Dictionary): number[] {
  const descendants = file.resolve(font.get('DescendantFonts'));
  const descendant = file.dictionaryAt(Array.isArray(descendants) ? descendants[0] : null);
  const runs = file.resolve(descendant.get('W'));
  const widths: number[] = [];
  if (!Array.isArray(runs)) return widths;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const [first, run] = [runs[i], file.resolve(runs[i + 1])];
    if (!(first instanceof Numeral) || !Array.isArray(run)) break;
    run.forEach((width, j) => {
      if (width instanceof Numeral) widths[first.value + j] = width.value;
    });
  }
  return widths;
}

function missing(what: string): SigningError {
  return new SigningError(
    'glyph-missing',
    `Tệp PDF không có sẵn ${what} để điền vào trang. Hãy kết xuất lại văn bản rồi ký.`,
  );
}
