import { annexI } from '../../finding.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** Annex I, II.1.b: hyphens with a space at each side, a capital at the head of each of the three phrases alone. */
export const MOTTO_FORM: PageRule = {
  id: 'motto.form',
  clause: annexI('II.1.b'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const text = input.one('motto')?.[0]?.text;
    if (text === undefined || /^Độc lập - Tự do - Hạnh phúc$/.test(text)) return;
    yield {
      place: 'Tiêu ngữ',
      message: `Ghi là "${text}".`,
      remedy:
        'Ghi "Độc lập - Tự do - Hạnh phúc": gạch nối ngắn, có dấu cách hai bên, không dấu chấm.',
    };
  },
};
