import type { Repair } from '../repairs.ts';
import { annexI, annexIII, type LayoutFinding } from '../finding.ts';

const CLAUSES: Record<Repair['code'], string> = {
  'closing-mark': annexI('II.9'),
  'end-of-text': annexIII('mẫu 1.5'),
  'number-padding': annexI('II.3.a'),
  'invisible-character': annexI('I.3'),
  'abstract-form': annexI('II.5.b'),
};

/** What the form mended is printed right; the writer is told all the same. */
export function repairFinding({ code, place, message }: Repair): LayoutFinding {
  return {
    severity: 'repaired',
    rule: `repaired.${code}`,
    clause: CLAUSES[code],
    place,
    message: `${message} (Hệ thống đã tự sửa khi trình bày.)`,
    remedy: 'Không cần làm gì; nên sửa lại trong dự thảo.',
  };
}
