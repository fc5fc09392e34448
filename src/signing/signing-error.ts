import { RuleViolation } from '../rule-violation.ts';

export type SigningErrorCode =
  | 'unreadable-pdf'
  | 'encrypted-pdf'
  | 'field-missing'
  | 'field-taken'
  | 'file-locked'
  | 'not-signed-first'
  | 'glyph-missing'
  | 'value-too-long'
  | 'placeholder-too-small'
  | 'not-prepared'
  | 'image-unreadable'
  | 'key-unreadable'
  | 'key-refused'
  | 'key-unsupported'
  | 'signature-mismatch'
  | 'certificate-unreadable'
  | 'certificate-not-yet-valid'
  | 'certificate-expired'
  | 'certificate-revoked'
  | 'certificate-of-another'
  | 'certificate-untrusted'
  | 'certificate-not-for-signing'
  | 'timestamp-unavailable'
  | 'timestamp-refused'
  | 'timestamp-untrusted'
  | 'revocation-list-unreadable'
  | 'revocation-unavailable'
  | 'signing-service-unavailable'
  | 'signing-service-refused'
  | 'bridge-refused'
  | 'bridge-changed-file';

/** These concern the key and its certificate: what one page meets with, every other page would. */
const OF_THE_KEY: ReadonlySet<SigningErrorCode> = new Set([
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
    override readonly code: SigningErrorCode,
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
