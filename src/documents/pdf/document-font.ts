import type { Typeface } from '../fonts/typeface.ts';
import { type SharedSubset, vietnameseSubset } from '../fonts/vietnamese-subset.ts';
import { compressedStream } from './deflated.ts';
import { pdfString, type PdfKit, type PdfReference, RawPdf } from './pdfkit-internals.ts';

/** A face inside one file. */
export interface DocumentFont {
  id: string;
  /** Glyph codes as hexadecimal digits, with `afterSpace` put after every space. */
  encode(text: string, afterSpace?: string): string;
  ref(): PdfReference;
}

const SPACE = 0x20;

function encoder(codeOf: (character: number) => string): DocumentFont['encode'] {
  return (text, afterSpace) => {
    let hex = '';
    for (let i = 0; i < text.length; i++) {
      const character = text.charCodeAt(i);
      hex += codeOf(character);
      if (character === SPACE && afterSpace !== undefined) hex += afterSpace;
    }
    return hex;
  };
}

/** A subset of exactly what this document prints: any glyph of the face, smaller and slower. */
export function ownSubsetFont(pdf: PdfKit, face: Typeface): DocumentFont {
  pdf.registerFont(face.style, face.font);
  pdf.font(face.style);
  const embedded = pdf._font;
  const codes: string[] = [];
  const code = (character: number) => {
    const glyph = embedded.subset.includeGlyph(face.glyph(character).id);
    embedded.widths[glyph] ??= face.advance(character);
    embedded.unicode[glyph] ??= [character];
    return glyph.toString(16).padStart(4, '0');
  };
  const encode = encoder((character) => (codes[character] ??= code(character)));
  return { id: embedded.id, encode, ref: () => embedded.ref() };
}

/** The Vietnamese subset that all files of the process share, already compressed. */
export function sharedSubsetFont(pdf: PdfKit, face: Typeface): DocumentFont {
  const subset = vietnameseSubset(face);
  let ref: PdfReference | undefined;
  const encode = encoder((character) => subset.codes[character]!);
  return { id: IDS[face.style], encode, ref: () => (ref ??= embed(pdf, face, subset)) };
}

const IDS = { regular: 'FR', bold: 'FB', italic: 'FI', boldItalic: 'FX' } as const;
const SUBSET_TAGS = {
  regular: 'VNREGA',
  bold: 'VNBOLD',
  italic: 'VNITAL',
  boldItalic: 'VNBOIT',
} as const;

function embed(pdf: PdfKit, face: Typeface, subset: SharedSubset): PdfReference {
  const { font, style } = face;
  const scale = 1000 / font.unitsPerEm;
  const name = `${SUBSET_TAGS[style]}+${font.postscriptName.replaceAll(' ', '_')}`;
  const object = (data: Record<string, unknown>) => {
    const ref = pdf.ref(data);
    ref.end();
    return ref;
  };
  const { minX, minY, maxX, maxY } = font.bbox;
  const FontDescriptor = object({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4 | (style === 'italic' || style === 'boldItalic' ? 64 : 0),
    FontBBox: [minX, minY, maxX, maxY].map((edge) => Math.round(edge * scale)),
    ItalicAngle: font.italicAngle,
    Ascent: Math.round(font.ascent * scale),
    Descent: Math.round(font.descent * scale),
    CapHeight: Math.round((font.capHeight || font.ascent) * scale),
    XHeight: Math.round((font.xHeight || 0) * scale),
    StemV: 80,
    FontFile2: compressedStream(pdf, { Length1: subset.programLength }, subset.program),
  });
  const descendant = object({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfString('Adobe'), Ordering: pdfString('Identity'), Supplement: 0 },
    FontDescriptor,
    W: new RawPdf(`[0 ${subset.widths}]`),
    CIDToGIDMap: 'Identity',
  });
  return object({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: compressedStream(pdf, {}, subset.toUnicode),
  });
}
