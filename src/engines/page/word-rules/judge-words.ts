import { worstFirst, type LayoutFinding } from '../finding.ts';
import type { FontFiles } from '../fonts/font-family.ts';
import type { OfficialDocument } from '../official-document.ts';
import { RenderError } from '../render-error.ts';
import { type Repair, repair } from '../repairs.ts';
import { WORD_RULES } from './all.ts';
import { repairFinding } from './repair-findings.ts';
import { requirePrintable } from './require-printable.ts';
import { unprintable } from './unprintable.ts';
import { writtenTexts } from './written-texts.ts';

export interface WordContext {
  /** Abbreviation of the office in symbols: `STTTT`. */
  officeCode?: string;
  fonts?: FontFiles;
}

/**
 * Kiểm tra thể thức of a draft, from its words and their widths alone: no page is drawn or read. What only a page can
 * show is the renderer's part, which `page-rules` holds against the decree. Errors come first; they block submission.
 */
export function judgeWords(draft: OfficialDocument, context: WordContext = {}): LayoutFinding[] {
  let document: OfficialDocument;
  let repairs: Repair[];
  try {
    ({ document, repairs } = repair(draft));
  } catch (error) {
    return [asFinding(error)];
  }
  const { officeCode, fonts } = context;
  const words = { draft, document, officeCode, texts: writtenTexts(document) };
  const findings = WORD_RULES.flatMap((rule): LayoutFinding[] => {
    const { id, clause, severity } = rule;
    return [...rule.find(words)].map((fault) => ({ severity, rule: id, clause, ...fault }));
  });
  try {
    requirePrintable(document, fonts);
  } catch (error) {
    findings.unshift(asFinding(error));
  }
  return worstFirst([...findings, ...repairs.map(repairFinding)]);
}

function asFinding(error: unknown): LayoutFinding {
  if (error instanceof RenderError) return unprintable(error);
  throw error;
}
