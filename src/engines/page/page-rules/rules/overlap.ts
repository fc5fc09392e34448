import { annexI } from '../../finding.ts';
import type { PrintedLine } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** No two lines share ink, judged by the height of small letters and tails; a line drawn twice is one in false bold. */
export const OVERLAP: PageRule = {
  id: 'page.overlap',
  clause: annexI('IV'),
  severity: 'error',
  *find({ lines }: CheckInput): Generator<PageFault> {
    const sized = lines.filter(({ isSized }) => isSized);
    const sorted = sized.toSorted((a, b) => a.page - b.page || a.y - b.y);
    for (const [i, upper] of sorted.entries()) {
      for (let next = i + 1; next < sorted.length; next++) {
        const lower = sorted[next]!;
        if (lower.page !== upper.page || lower.y - upper.y > 16) break;
        if (!overlap(upper, lower)) continue;
        yield {
          place: `Trang ${upper.page}`,
          message: `Hai dòng đè lên nhau: "${start(upper)}" và "${start(lower)}".`,
          remedy: 'Rút ngắn hoặc ngắt dòng một trong hai thành phần.',
        };
        return;
      }
    }
  },
};

function overlap(upper: PrintedLine, lower: PrintedLine): boolean {
  const besides = upper.right <= lower.x + 0.1 || lower.right <= upper.x + 0.1;
  const below = lower.y - upper.y >= 0.9 * Math.min(lower.size, upper.size);
  const twice = upper.text === lower.text && Math.abs(upper.x - lower.x) < 1;
  const raised = Math.min(upper.size, lower.size) < 9;
  return !besides && !below && !twice && !raised;
}

const start = ({ text }: PrintedLine) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
