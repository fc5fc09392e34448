import type { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { annexI, type LayoutFinding } from '../finding.ts';

/** A draft of which no page can be made, or was made in time. */
export function unprintable({ code, message }: RuleViolation): LayoutFinding {
  return {
    severity: 'error',
    rule: code,
    clause: annexI(code === 'missing-glyph' ? 'I.3' : 'IV'),
    place: 'Trang in',
    message,
    remedy: 'Sửa chỗ này rồi xem trước lại.',
  };
}
