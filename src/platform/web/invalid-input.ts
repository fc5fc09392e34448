/** More faults than this are not listed: nobody reads on. */
export const MOST_FAULTS = 200;

export interface FieldError {
  /** `lines.3.to`; empty for the whole form. */
  path: string;
  message: string;
}

/** What was sent does not fit its schema; nothing was stored. */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  constructor(readonly errors: FieldError[]) {
    super(errors.map((error) => `${error.path}: ${error.message}`).join('; '));
  }
}
