import { FACES, faceOf, isTimes } from '../reading/times.ts';
import { annexI } from '../../finding.ts';
import type { Glyph, PrintedFont } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

const CLAUSE = annexI('I.3');

/** So many letters tell whether a font has the widths of Times. */
const SAMPLE = 60;

/** Fewer letters are those of a stamp or a symbol. */
const FEW = 20;

function lettersByFont({
  file,
  lines,
  pageNumbers,
  circumstances,
}: CheckInput): Map<PrintedFont, Glyph[]> {
  const letters = new Map<PrintedFont, Glyph[]>();
  const glyphs = circumstances.isRecognisedOnly
    ? [...lines, ...pageNumbers].flatMap((line) => line.glyphs)
    : file.glyphs;
  for (const glyph of glyphs) {
    if (glyph.annotation || glyph.invisible || !/^[\p{L}\d]$/u.test(glyph.character)) continue;
    const known = letters.get(glyph.font);
    if (!known) letters.set(glyph.font, [glyph]);
    else if (known.length < SAMPLE) known.push(glyph);
  }
  return letters;
}

/** A reader without the font would see other letters; PDF/A asks for the same. */
export const FONTS_EMBEDDED: PageRule = {
  id: 'font.embedded',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const open = [...lettersByFont(input).keys()].filter(({ embedded }) => !embedded);
    for (const name of new Set(open.map((font) => font.name))) {
      yield {
        place: 'Phông chữ',
        message: `Phông chữ ${name} không được nhúng trong tệp.`,
        remedy: 'Nhúng phông chữ khi xuất tệp PDF.',
      };
    }
  },
};

/** Annex I, I.3: Times New Roman, known by the widths of its letters whatever name the file gives it. */
export const FONTS_TIMES: PageRule = {
  id: 'font.times',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const { isRecognisedOnly = false } = input.circumstances;
    const told = new Set<string>();
    for (const [font, letters] of lettersByFont(input)) {
      if (font.isDrawn || (isRecognisedOnly && letters.length < FEW)) continue;
      // Other programs outline or lean the letters of one face to make another.
      const faces = isRecognisedOnly ? FACES : [faceOf(font)];
      if (faces.some((face) => isTimes(letters, face)) || told.has(font.name)) continue;
      told.add(font.name);
      yield {
        place: 'Phông chữ',
        page: letters[0]!.page,
        message: `Phông chữ ${font.name} không phải Times New Roman.`,
        remedy: 'Dùng phông chữ Times New Roman cho toàn văn bản.',
      };
    }
  },
};

/** Annex I, I.3: black, but for the stamps. */
export const FONTS_BLACK: PageRule = {
  id: 'font.colour',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const stamp = new Set(
      input
        .printed('urgency')
        .flatMap(({ lines }) => lines)
        .flatMap(({ glyphs }) => glyphs),
    );
    const line = input.lines.find(({ glyphs }) =>
      glyphs.some((glyph) => !isDark(glyph.colour) && !stamp.has(glyph)),
    );
    if (!line) return;
    yield {
      place: `Trang ${line.page}`,
      message: `Chữ "${line.text.slice(0, 40)}" không phải màu đen.`,
      remedy: 'Dùng chữ màu đen cho toàn văn bản, trừ dấu chỉ mức độ khẩn.',
    };
  },
};

const isDark = (colour: string) =>
  [1, 3, 5].every((i) => Number.parseInt(colour.slice(i, i + 2), 16) < 0x50);
