import { PROBLEMS, type ProblemCode } from './problems.ts';

/** A rule of the office refused the act; `message` tells the person, in Vietnamese, what to do next. */
export class RuleViolation extends Error {
  override name = 'RuleViolation';
  constructor(
    readonly code: ProblemCode,
    message: string = PROBLEMS[code].sentence,
  ) {
    super(message);
  }
}
