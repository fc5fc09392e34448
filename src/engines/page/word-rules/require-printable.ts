import { fontFamily, type FontFiles } from '../fonts/font-family.ts';
import { requireRoom } from '../layout/lay-out.ts';
import type { OfficialDocument } from '../official-document.ts';
import { printedDate } from '../printed-number.ts';
import { printedTexts, requireGlyphs } from '../printed-texts.ts';

/** Throws `RenderError` for words that no page can be made of: the same that drawing it would throw. */
export function requirePrintable(document: OfficialDocument, files?: FontFiles): void {
  if (document.date !== undefined) printedDate(document.date);
  const fonts = fontFamily(files);
  requireGlyphs(printedTexts(document), fonts);
  requireRoom(document, fonts);
}
