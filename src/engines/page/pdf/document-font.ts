import type { Typeface } from '../fonts/typeface.ts';
import { vietnameseSubset } from '../fonts/vietnamese-subset.ts';
import { compressedStream } from './deflated.ts';
import { pdfString, type PdfKit, type PdfReference, RawPdf } from './pdfkit-internals.ts';

/** A face inside one file. */
export interface DocumentFont {
  id: string;
  /** Code of a character, which joins the subset with it. */
  glyph: (character: number) => number;
  ref(): PdfReference | RawPdf;
}

/** A subset of exactly what this document prints: any glyph of the face, smaller and slower. */
export function ownSubsetFont(pdf: PdfKit, face: Typeface): DocumentFont {
  pdf.registerFont(face.style, face.font);
  pdf.font(face.style);
  const embedded = pdf._font;
  const glyphs: number[] = [];
  const include = (character: number) => {
    const glyph = embedded.subset.includeGlyph(face.glyph(character).id);
    embedded.widths[glyph] ??= face.advance(character);
    embedded.unicode[glyph] ??= [character];
    return glyph;
  };
  const glyph = (character: number) => (glyphs[character] ??= include(character));
  return { id: embedded.id, glyph, ref: () => embedded.ref() };
}

/** The Vietnamese subset that all files of the process share, where it stands in this one. */
export function sharedSubsetFont(face: Typeface, place: RawPdf): DocumentFont {
  const { glyphs } = vietnameseSubset(face);
  return { id: IDS[face.style], glyph: (character) => glyphs[character]!, ref: () => place };
}

const IDS = { regular: 'FR', bold: 'FB', italic: 'FI', boldItalic: 'FX' } as const;
const SUBSET_TAGS = {
  regular: 'VNREGA',
  bold: 'VNBOLD',
  italic: 'VNITAL',
  boldItalic: 'VNBOIT',
} as const;

/** Writes the shared subset, already compressed. */
export function embedShared(pdf: PdfKit, face: Typeface): PdfReference {
  const subset = vietnameseSubset(face);
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
