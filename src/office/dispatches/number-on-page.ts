import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import type { Dispatch } from './dispatch.entity.ts';
import { ofAnotherDay } from './number-words.ts';

export interface NumberProblem {
  code: 'not-numbered' | 'number-outdated';
  message: string;
}

/** What keeps a page from being signed today: no number where one comes first, or the date of another day on it. */
export function numberProblem(
  dispatch: Dispatch,
  today: string,
  numbersFirst: boolean,
): NumberProblem | undefined {
  const { number, issuedOn } = dispatch;
  if (number === null) {
    if (!numbersFirst) return undefined;
    const message = 'Văn bản chưa có số. Đề nghị văn thư lấy số trước khi ký.';
    return { code: 'not-numbered', message };
  }
  if (issuedOn === today) return undefined;
  return { code: 'number-outdated', message: ofAnotherDay(dispatch).signer };
}

export function requireNumberOnPage(
  dispatch: Dispatch,
  today: string,
  numbersFirst: boolean,
): void {
  const problem = numberProblem(dispatch, today, numbersFirst);
  if (problem) throw new RuleViolation(problem.code, problem.message);
}
