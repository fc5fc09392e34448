import type { PageProblem } from '../../platform/problems/problems.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';

/** The page cannot be made from these words; `message` names what and where, in Vietnamese. */
export class RenderError extends RuleViolation {
  override name = 'RenderError';
  constructor(
    override readonly code: PageProblem,
    message: string,
  ) {
    super(code, message);
  }
}
