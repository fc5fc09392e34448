import type { OfficialDocument } from '../official-document.ts';
import { type Repair, repair } from '../repairs.ts';
import type { LayoutFinding } from './finding.ts';
import { readPdf } from './reading/read-pdf.ts';
import { repairFinding } from './repair-findings.ts';
import { LAYOUT_RULES } from './rules.ts';
import { type CheckContext, Sheet } from './sheet.ts';

/** A rendered document, or any PDF that claims to be the page of a draft. */
export interface PrintedDocument {
  pdf: Uint8Array;
  repairs?: Repair[];
}

/**
 * Layout check (kiểm tra thể thức) of Decree 30/2020/NĐ-CP: reads the file back and holds it, and the draft, against
 * every rule. Errors come first; they block submission.
 */
export async function checkLayout(
  draft: OfficialDocument,
  printed: PrintedDocument,
  context: CheckContext = {},
): Promise<LayoutFinding[]> {
  const { document } = repair(draft);
  const sheet = new Sheet(draft, document, await readPdf(printed.pdf), context);
  const findings = LAYOUT_RULES.flatMap((rule): LayoutFinding[] => {
    const { id, clause, severity } = rule;
    return [...rule.find(sheet)].map((fault) => ({ severity, rule: id, clause, ...fault }));
  });
  findings.push(...(printed.repairs ?? []).map(repairFinding));
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const RANK = { error: 0, warning: 1, repaired: 2 } as const;
