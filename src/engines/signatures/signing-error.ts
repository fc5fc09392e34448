import type { SigningProblem } from '../../platform/problems/problems.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';

/** These concern the key and its certificate: what one page meets with, every other page would. */
const OF_THE_KEY: ReadonlySet<SigningProblem> = new Set([
  'key-unreadable',
  'key-refused',
  'key-unsupported',
  'signature-mismatch',
  'certificate-unreadable',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-revoked',
  'certificate-of-another',
  'certificate-untrusted',
  'certificate-not-for-signing',
  'signing-service-unavailable',
  'signing-service-refused',
] as const);

/** A signature cannot be made; `message` says in Vietnamese why and what to do next. */
export class SigningError extends RuleViolation {
  override name = 'SigningError';
  constructor(
    override readonly code: SigningProblem,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(code, message);
    if (options.cause !== undefined) this.cause = options.cause;
  }

  get concernsKey(): boolean {
    return OF_THE_KEY.has(this.code);
  }
}
