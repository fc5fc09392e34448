import { type LayoutFinding, type LayoutRule, worstFirst } from '../finding.ts';
import type { OfficialDocument } from '../official-document.ts';
import { repair } from '../repairs.ts';
import { locate } from './locate.ts';
import { linesOf, type PrintedFile } from './reading/printed-file.ts';
import { readPdf } from './reading/read-pdf.ts';
import { PAGE_RULES } from './rules.ts';
import { AGREEMENT_RULES } from './rules/agreement.ts';
import { isPageNumber, CheckInput } from './check-input.ts';

/**
 * The oracle of the renderer: reads a PDF that claims to be the page of `draft` and holds it against the decree and
 * against the words of the draft. Throws `UnreadableFile`.
 */
export async function comparePage(
  draft: OfficialDocument,
  pdf: Uint8Array,
): Promise<LayoutFinding[]> {
  const { document } = repair(draft);
  const input = checkInputOf(document, await readPdf(pdf));
  return worstFirst([
    ...PAGE_RULES.flatMap((rule) => findings(rule, input)),
    ...AGREEMENT_RULES.flatMap((rule) => findings(rule, { input, document })),
  ]);
}

function findings<Subject>(rule: LayoutRule<Subject>, subject: Subject): LayoutFinding[] {
  const { id, clause, severity } = rule;
  return [...rule.find(subject)].map((fault) => ({ severity, rule: id, clause, ...fault }));
}

function checkInputOf(document: OfficialDocument, file: PrintedFile): CheckInput {
  const numbers = new Set(
    linesOf(file.glyphs.filter((glyph) => !glyph.annotation))
      .filter((line) => isPageNumber(file, line))
      .flatMap((line) => line.glyphs),
  );
  const words = file.glyphs.filter((glyph) => !numbers.has(glyph));
  const middle = (file.pages[0]?.width ?? 0) / 2;
  const { number, date, coSignatures, circulation } = document;
  return new CheckInput(file, locate(document, words, middle), {
    numberIsOpen: number === undefined,
    dateIsOpen: date === undefined,
    isSignedJointly: (coSignatures?.length ?? 0) > 0,
    circulation,
  });
}
