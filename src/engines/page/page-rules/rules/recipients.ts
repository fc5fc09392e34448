import { annexI } from '../../finding.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** Annex I, II.9.c: each line opens with a dash and closes with `;`, the last with `.`. */
export const CLOSING_MARKS: PageRule = {
  id: 'recipients.closing-mark',
  clause: annexI('II.9.c'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const { place, lines, isLast } of input.printed('recipient-line')) {
      const text = lines.map((line) => line.text).join(' ');
      const mark = isLast ? '.' : ';';
      if (!text.endsWith(mark)) {
        const message = `Cuối dòng không có dấu "${mark}".`;
        const remedy =
          mark === '.'
            ? 'Dòng cuối cùng kết thúc bằng dấu chấm.'
            : 'Mỗi dòng kết thúc bằng dấu chấm phẩy.';
        yield { place, message, remedy };
      }
      if (/^[-–]/.test(text)) continue;
      const remedy = 'Ghi gạch đầu dòng sát lề trái trước mỗi nơi nhận.';
      yield { place, message: 'Đầu dòng không có gạch đầu dòng.', remedy };
    }
  },
};
