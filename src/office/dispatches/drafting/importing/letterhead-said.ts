import type { DraftValues } from '../draft-values.ts';
import {
  circulationOf,
  isAgency,
  isDate,
  isFiller,
  isNation,
  numberOf,
  subjectOf,
  urgencyOf,
  withoutRightColumn,
} from './letterhead-lines.ts';

export type Said = Partial<Pick<DraftValues, 'symbol' | 'abstract' | 'urgency' | 'circulation'>>;

export const LONGEST = 160;

export const isStrong = (text: string): boolean =>
  isNation(text) || isDate(text) || numberOf(text) !== undefined || subjectOf(text) !== undefined;

/** Takes a line that a letterhead has; false for any other. */
export function take(line: string, said: Said, isInside: boolean): boolean {
  if (isDate(line)) return true;
  const text = withoutRightColumn(line);
  const number = numberOf(text);
  if (number) {
    said.symbol ??= number.symbol;
    return true;
  }
  const subject = subjectOf(text);
  if (subject !== undefined) {
    said.abstract = subject;
    return true;
  }
  const [urgency, circulation] = [urgencyOf(text), circulationOf(text)];
  said.urgency ??= urgency;
  said.circulation ??= circulation;
  if (urgency || circulation || text === '') return true;
  return isDate(text) || isFiller(text) || (isInside && isAgency(text));
}

/** A line that the subject above goes on in. */
export function goOn(line: string, said: Said): boolean {
  if (line.length > LONGEST || /\.$/.test(line)) return false;
  said.abstract = `${said.abstract} ${line}`.trim();
  return true;
}
