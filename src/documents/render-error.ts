import { RuleViolation } from '../rule-violation.ts';

export type RenderErrorCode =
  | 'missing-glyph'
  | 'number-form'
  | 'date-form'
  | 'empty-component'
  | 'table-too-wide'
  | 'component-too-long'
  | 'font-unreadable';

/** The page cannot be made from these words; `message` names what and where, in Vietnamese. */
export class RenderError extends RuleViolation {
  override name = 'RenderError';
  constructor(
    override readonly code: RenderErrorCode,
    message: string,
  ) {
    super(code, message);
  }
}
