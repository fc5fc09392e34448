import type { OfficialDocument } from '../official-document.ts';
import { type Repair, repair } from '../repairs.ts';
import { RenderError } from '../render-error.ts';
import { annexI, type LayoutFinding } from './finding.ts';
import { readPdf, UnreadableFile } from './reading/read-pdf.ts';
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
  let sheet: Sheet;
  try {
    const { document } = repair(draft);
    sheet = new Sheet(draft, document, await readPdf(printed.pdf), context);
  } catch (error) {
    return [uncheckable(error)];
  }
  const findings = LAYOUT_RULES.flatMap((rule): LayoutFinding[] => {
    const { id, clause, severity } = rule;
    return [...rule.find(sheet)].map((fault) => ({ severity, rule: id, clause, ...fault }));
  });
  findings.push(...(printed.repairs ?? []).map(repairFinding));
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const RANK = { error: 0, warning: 1, repaired: 2 } as const;

/** A draft that no page can be made of, or a file that is no page. */
function uncheckable(error: unknown): LayoutFinding {
  if (error instanceof RenderError) {
    return {
      severity: 'error',
      rule: 'draft.unprintable',
      clause: annexI('II'),
      place: 'Dự thảo',
      message: error.message,
      remedy: 'Sửa dự thảo theo nội dung trên.',
    };
  }
  if (error instanceof UnreadableFile) {
    return {
      severity: 'error',
      rule: 'file.unreadable',
      clause: annexI('I'),
      place: 'Tệp PDF',
      message: 'Không đọc được tệp PDF: tệp hỏng hoặc có mật khẩu.',
      remedy: 'Xuất lại văn bản thành tệp PDF không có mật khẩu.',
    };
  }
  throw error;
}
