import { fontFamily } from '../../fonts/font-family.ts';
import type { FontStyle } from '../../fonts/typeface.ts';
import { annexI } from '../../finding.ts';
import type { Glyph, PrintedFont } from '../reading/printed-file.ts';
import type { PageFault, PageRule, Sheet } from '../sheet.ts';

const CLAUSE = annexI('I.3');

/** So many letters tell whether a font has the widths of Times. */
const SAMPLE = 60;

function lettersByFont({ file }: Sheet): Map<PrintedFont, Glyph[]> {
  const letters = new Map<PrintedFont, Glyph[]>();
  for (const glyph of file.glyphs) {
    if (glyph.annotation || !/^[\p{L}\d]$/u.test(glyph.character)) continue;
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
  *find(sheet: Sheet): Generator<PageFault> {
    const open = [...lettersByFont(sheet).keys()].filter(({ embedded }) => !embedded);
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
  *find(sheet: Sheet): Generator<PageFault> {
    const times = fontFamily();
    for (const [font, letters] of lettersByFont(sheet)) {
      const { bold, italic } = font;
      const style: FontStyle = bold
        ? italic
          ? 'boldItalic'
          : 'bold'
        : italic
          ? 'italic'
          : 'regular';
      const other = letters.filter(({ character, advance }) => {
        const expected = times[style].advance(character.normalize('NFC').charCodeAt(0)) / 1000;
        return Math.abs(advance - expected) > 0.02;
      });
      if (other.length <= letters.length / 10) continue;
      yield {
        place: 'Phông chữ',
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
  *find(sheet: Sheet): Generator<PageFault> {
    const stamp = new Set(
      sheet
        .printed('urgency')
        .flatMap(({ lines }) => lines)
        .flatMap(({ glyphs }) => glyphs),
    );
    const line = sheet.lines.find(({ glyphs }) =>
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
