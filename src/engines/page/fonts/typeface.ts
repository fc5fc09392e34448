import type { Font, Glyph } from 'fontkit';

export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** One parsed font with a flat advance table: dispatches are set one glyph a character, without kerning. */
export class Typeface {
  private readonly advances = new Float64Array(0x10000).fill(-1);
  /** 0 not looked up, 1 there, 2 missing. */
  private readonly presence = new Uint8Array(0x10000);

  constructor(
    readonly style: FontStyle,
    readonly font: Font,
  ) {}

  /** Only the Basic Multilingual Plane: no Vietnamese letter lies outside it. */
  has(codePoint: number): boolean {
    if (codePoint > 0xffff) return false;
    const known = this.presence[codePoint]!;
    if (known > 0) return known === 1;
    const present = this.font.hasGlyphForCodePoint(codePoint);
    this.presence[codePoint] = present ? 1 : 2;
    return present;
  }

  glyph(charCode: number): Glyph {
    return this.font.glyphForCodePoint(charCode);
  }

  /** In thousandths of the size, with the precision that is written to the file. */
  advance(charCode: number): number {
    const known = this.advances[charCode]!;
    return known >= 0 ? known : (this.advances[charCode] = this.scaled(this.glyph(charCode)));
  }

  /** In points. */
  width(text: string, size: number): number {
    let width = 0;
    for (let i = 0; i < text.length; i++) width += this.advance(text.charCodeAt(i));
    return (width * size) / 1000;
  }

  scaled(glyph: Glyph): number {
    return Math.round((glyph.advanceWidth * 1e6) / this.font.unitsPerEm) / 1000;
  }
}
