import type { CertificateSubject } from '../certificates/certificate-names.ts';
import type { Finding } from './findings.ts';
import type { Role } from './signature-places.ts';
import type { Integrity, Verdict } from './verdict.ts';

export type { Finding, FindingCode } from './findings.ts';

export interface SignatureReport {
  field: string;
  role: Role | 'timestamp';
  /** `passed` when its bytes are intact and its certificate trusted. */
  verdict: Verdict;
  signer?: CertificateSubject;
  /** As the signer says. */
  claimedTime?: Date;
  /** When it was made at the latest, by a trusted timestamp; else as the signer says. */
  time?: Date;
  timeSource: 'timestamp' | 'claimed';
  /** What became of the bytes it covers. */
  integrity: Integrity;
  /** Whether its certificate leads to a trusted root and was valid at `time`. */
  trust: Verdict;
  revocation: 'good' | 'revoked' | 'unknown';
  /** Newest revision it covers, from 1. */
  revision: number;
  coversWholeFile: boolean;
}

/** What one saving did to the file: `code` is that of a change or of a finding. */
export interface RevisionChange {
  code: string;
  verdict: Verdict;
  field?: string;
  /** In Vietnamese. */
  message: string;
}

export interface RevisionReport {
  /** From 1. */
  revision: number;
  length: number;
  /** Fields whose signatures end this revision. */
  signedBy: string[];
  changes: RevisionChange[];
}

export interface VerificationReport {
  verdict: Verdict;
  /** Signed by person and agency, intact, trusted and changed by nobody since: `verdict` is `passed`. */
  isGenuine: boolean;
  /** The verdict in one sentence for whoever holds the file. */
  sentence: string;
  /** PAdES level that the whole file reaches. */
  level: 'none' | 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';
  /** As filled in or absent when the page carries them itself. */
  number?: string;
  /** Of a receipt as data: which dispatch, which bytes, who received it, in Vietnamese. */
  says?: string[];
  signatures: SignatureReport[];
  revisions: RevisionReport[];
  findings: Finding[];
}
