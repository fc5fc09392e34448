import type { CertificateSubject } from '../certificates/certificate-names.ts';

export type FindingCode =
  | 'unreadable'
  | 'not-signed'
  | 'person-missing'
  | 'seal-missing'
  | 'wrong-order'
  | 'byte-range'
  | 'digest-differs'
  | 'signature-invalid'
  | 'certificate-not-bound'
  | 'algorithm-unknown'
  | 'cms-unreadable'
  | 'signature-time-unknown'
  | 'untrusted'
  | 'expired'
  | 'not-yet-valid'
  | 'not-for-signing'
  | 'unknown-rule'
  | 'revoked'
  | 'revocation-unknown'
  | 'expired-since'
  | 'same-certificate'
  | 'certificate-of-another'
  | 'timestamp-invalid'
  | 'timestamp-missing'
  | 'not-certified'
  | 'not-locked'
  | 'page-changed'
  | 'page-content-changed'
  | 'attachment-changed'
  | 'metadata-changed'
  | 'form-changed'
  | 'field-moved'
  | 'field-changed'
  | 'filled-after-seal'
  | 'appearance-differs'
  | 'signature-removed'
  | 'signature-changed'
  | 'document-rules-changed'
  | 'object-changed'
  | 'object-removed'
  | 'hidden-object'
  | 'unsigned-tail';

export interface Finding {
  code: FindingCode;
  /** In Vietnamese, for whoever holds the file. */
  message: string;
  /** A warning leaves the verdict as it is. */
  isWarning: boolean;
  /** Field of the signature it concerns. */
  field?: string;
  /** Revision it was found in, from 1. */
  revision?: number;
}

export interface SignatureReport {
  field: string;
  role: 'person' | 'agency' | 'timestamp';
  signer?: CertificateSubject;
  /** As the signer says. */
  claimedTime?: Date;
  /** When it was made at the latest, by a trusted timestamp; else as the signer says. */
  time?: Date;
  timeSource: 'timestamp' | 'claimed';
  /** The bytes it covers are as they were. */
  isIntact: boolean;
  /** Its certificate leads to a trusted root and was valid at `time`. */
  isTrusted: boolean;
  revocation: 'good' | 'revoked' | 'unknown';
  /** Newest revision it covers, from 1. */
  revision: number;
  coversWholeFile: boolean;
}

export interface RevisionReport {
  /** From 1. */
  revision: number;
  length: number;
  /** Fields whose signatures end this revision. */
  signedBy: string[];
  /** What this revision did to the one before, in Vietnamese. */
  changes: string[];
}

export interface VerificationReport {
  /** Signed by person and agency, intact, trusted and changed by nobody since. */
  isGenuine: boolean;
  /** One sentence for whoever holds the file. */
  verdict: string;
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

export function refusal(code: FindingCode, message: string, where: Partial<Finding> = {}): Finding {
  return { code, message, isWarning: false, ...where };
}

export function warning(code: FindingCode, message: string, where: Partial<Finding> = {}): Finding {
  return { code, message, isWarning: true, ...where };
}
