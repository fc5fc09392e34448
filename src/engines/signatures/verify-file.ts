import { verifyStatement } from './statement/verify-statement.ts';
import type { VerificationReport } from './verification/report.ts';
import { type VerificationOptions, verifyDispatch } from './verification/verify-dispatch.ts';

/** Whatever an office signs: a dispatch, or a receipt as a page or as data. */
export function verifyFile(bytes: Buffer, options: VerificationOptions): VerificationReport {
  return isStatement(bytes)
    ? verifyStatement(bytes.toString('utf8'), options)
    : verifyDispatch(bytes, options);
}

export const isStatement = (bytes: Buffer): boolean =>
  bytes.subarray(0, 100).toString('latin1').trimStart().startsWith('{');
