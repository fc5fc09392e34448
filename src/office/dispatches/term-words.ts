import { moment } from '../../platform/web/schema.ts';
import { vietnamTime } from '../../platform/time/vietnam-time.ts';
import { keysOf } from '../../platform/text/words.ts';
import type { LineValues } from './drafting/draft-values.ts';
import type { Purpose, Terms } from './terms.ts';

export const PURPOSE_NAMES: Record<Purpose, string> = {
  act: 'Để thực hiện',
  know: 'Để biết',
  file: 'Để lưu',
};

/** `Để thực hiện. Trả lời trước 17:00 05/03/2024.`; empty when nothing is asked but to acknowledge. */
export function askedOf({ purpose, replyBy }: Pick<Terms, 'purpose' | 'replyBy'>): string {
  return [
    ...(purpose ? [`${PURPOSE_NAMES[purpose]}.`] : []),
    ...(replyBy ? [`Trả lời trước ${vietnamTime(replyBy)}.`] : []),
  ].join(' ');
}

/** What a line of a draft asks of its own, its own deadlines included; empty when it asks nothing. */
export function termsOf({ purpose, acknowledgeBy, replyBy }: Terms): string {
  const words = [
    ...(purpose ? [PURPOSE_NAMES[purpose]] : []),
    ...(replyBy ? [`trả lời trước ${vietnamTime(replyBy)}`] : []),
    ...(acknowledgeBy ? [`xác nhận trước ${vietnamTime(acknowledgeBy)}`] : []),
  ].join('; ');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** The same of a form, as far as what was typed can be read. */
export function termsAsTyped({ purpose, acknowledgeBy, replyBy }: LineValues): string {
  const read = (value: string) => moment.safeParse(value).data ?? null;
  return termsOf({
    purpose: keysOf(PURPOSE_NAMES).find((one) => one === purpose) ?? null,
    acknowledgeBy: read(acknowledgeBy),
    replyBy: read(replyBy),
  });
}
