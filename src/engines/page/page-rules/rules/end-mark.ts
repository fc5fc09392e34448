import { annexIII } from '../../finding.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** Models of Annex III: the last words of the body and of each annex end with `./.`. */
export const END_MARK: PageRule = {
  id: 'text.end-mark',
  clause: annexIII('mẫu 1.5'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const { place, lines, isLast } of input.printed('text')) {
      if (!isLast || lines.at(-1)!.text.endsWith('./.')) continue;
      yield {
        place,
        message: 'Cuối văn bản chưa có dấu "./.".',
        remedy: 'Ghi "./." sau chữ cuối cùng của nội dung.',
      };
    }
  },
};
