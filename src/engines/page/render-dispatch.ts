import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { dispatchXml } from './dispatch-xml.ts';
import { rulesOf } from './document-types.ts';
import { type FontFamily, fontFamily, type FontFiles } from './fonts/font-family.ts';
import { vietnameseSubset } from './fonts/vietnamese-subset.ts';
import { layOut } from './layout/lay-out.ts';
import type { Spacing } from './layout/compaction.ts';
import type { OfficialDocument } from './official-document.ts';
import type { FieldRectangle } from './pdf/form.ts';
import type { Conformance } from './pdf/pdf-file.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { type PrintedText, printedTexts, requireGlyphs } from './printed-texts.ts';
import { printedDate } from './printed-number.ts';
import { type Repair, repair } from './repairs.ts';
import { requireComponents } from './required-components.ts';

export interface RenderOptions {
  /** Places signature fields, and text fields where number and date are open. */
  fields?: boolean;
  conformance?: Conformance;
  /** An office's own licensed font files in place of Tinos. */
  fonts?: FontFiles;
  /** Creation date of the file; by default the date of the dispatch, or the first day of its year. */
  created?: Date;
}

export interface RenderedDocument {
  pdf: Buffer;
  pages: number;
  /** Fields in the file, in reading order. */
  fields: FieldRectangle[];
  /** What the form mended in the words it was given. */
  repairs: Repair[];
  /** The rung of the compaction ladder that was used. */
  spacing: Spacing;
}

/** The official page as PDF/A-3a and PDF/UA-1. The same input always gives the same bytes. */
export async function renderDispatch(
  source: OfficialDocument,
  options: RenderOptions = {},
): Promise<RenderedDocument> {
  // Other work of the process gets its turn between two documents.
  await setImmediate();
  const { fields = false, conformance = 'PDF/A-3a' } = options;
  const { document, repairs } = repair(source);
  // A draft is shown as far as it has come; what gets a number or a signature must be complete.
  if (fields || document.number !== undefined) requireComponents(document);
  if (document.date !== undefined) printedDate(document.date);
  const fonts = fontFamily(options.fonts);
  const texts = [...printedTexts(document)];
  const sharedSubsets = conformance === 'PDF/A-3a' && texts.every((each) => isShared(each, fonts));
  if (!sharedSubsets) requireGlyphs(texts, fonts);
  const laidOut = layOut(document, fonts, fields);
  const created = options.created ?? dayOf(document);
  const written = writePdf({
    laidOut,
    fonts,
    sharedSubsets,
    conformance,
    metadata: {
      title: titleOf(document),
      author: document.issuingBody.replaceAll('\n', ' '),
      created,
    },
    id: fingerprint(document, options, created),
    xml: dispatchXml(document, laidOut.pages.length),
  });
  return { ...written, pages: laidOut.pages.length, repairs, spacing: laidOut.spacing };
}

/** Every character is in the subset that files share. */
function isShared({ text, style }: PrintedText, fonts: FontFamily): boolean {
  const { glyphs } = vietnameseSubset(fonts[style]);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x0a && glyphs[code] === 0) return false;
  }
  return true;
}

function dayOf({ date, year }: OfficialDocument): Date {
  return new Date(`${date ?? `${year}-01-01`}T00:00:00+07:00`);
}

function titleOf({ type, number, symbol, abstract }: OfficialDocument): string {
  const { name, title } = rulesOf(type);
  const code = number ? ` số ${number}/${symbol}` : '';
  return `${name}${code} ${title === undefined ? `V/v ${abstract}` : abstract}`;
}

function fingerprint(
  document: OfficialDocument,
  { fields, conformance, fonts }: RenderOptions,
  created: Date,
): Buffer {
  const faces = fonts && Object.values(fontFamily(fonts)).map(({ font }) => font.postscriptName);
  const input = JSON.stringify([document, { fields, conformance, faces, created }]);
  return hash('sha256', input, 'buffer').subarray(0, 16);
}
