import { annexI } from '../../finding.ts';
import { MM } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

const SHORT = 210 * MM;
const LONG = 297 * MM;

/** A4; a page may lie on its side for the sake of tables (Annex I, I.1 and I.2). */
export const PAPER: PageRule = {
  id: 'page.paper',
  clause: annexI('I.1'),
  severity: 'error',
  *find({ file }: CheckInput): Generator<PageFault> {
    for (const [i, { width, height }] of file.pages.entries()) {
      const [short, long] = [Math.min(width, height), Math.max(width, height)];
      if (Math.abs(short - SHORT) < MM && Math.abs(long - LONG) < MM) continue;
      yield {
        place: `Khổ giấy, trang ${i + 1}`,
        message: `Trang rộng ${inMm(width)} mm, cao ${inMm(height)} mm, không phải khổ A4.`,
        remedy: 'Đặt khổ giấy A4 (210 mm x 297 mm).',
      };
    }
  },
};

const inMm = (points: number) => Math.round(points / MM);
