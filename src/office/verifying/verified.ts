import type { VerificationReport } from '../../engines/signatures/verification/report.ts';
import type { Check } from './checks.ts';
import type { Issued } from './issued-dispatch.ts';

/** What can be said of an uploaded file; nothing of it is kept. */
export interface Verified {
  name: string;
  size: number;
  sha256: string;
  report: VerificationReport;
  checks: Check[];
  /** A test authority is involved: nothing of it has legal value. */
  isTest: boolean;
  /** The dispatch that this office issued with exactly these bytes. */
  issued?: Issued;
}

export interface Upload {
  name: string;
  bytes: Buffer;
}
