import { isCertificate } from '../cms/parse-certificate.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { StoredSignature } from '../pdf/read-signatures.ts';
import { isImprintOf, readTimestamp } from '../timestamp/timestamp-token.ts';
import { coveredBytes, coveredRevision } from './byte-range.ts';
import { finding, integrityOf } from './findings.ts';
import { type TrustContext, trustIn } from './trust.ts';
import { type Verdict, worstIntegrity } from './verdict.ts';
import { type Inspection, tokenFinding } from './inspect-signature.ts';

export interface TimestampInspection extends Inspection {
  time?: Date;
  certificate?: Buffer;
  trust: Verdict;
  revocation: 'good' | 'revoked' | 'unknown';
}

/** An archive timestamp: over the whole file as it was, by a trusted authority. */
export function inspectTimestamp(
  file: PdfFile,
  stored: StoredSignature,
  context: TrustContext,
): TimestampInspection {
  const { field, contents } = stored;
  const revision = coveredRevision(file, stored);
  const findings = revision === undefined ? [finding('byte-range', { field })] : [];
  const token = readTimestamp(contents, context.others);
  const { time, certificate, certificates, problem } = token;
  if (problem !== undefined) findings.push(tokenFinding(problem, field));
  else if (!isImprintOf(token, coveredBytes(file, stored))) {
    findings.push(finding('timestamp-differs', { field }));
  }
  const integrity = worstIntegrity(findings.map(integrityOf));
  const nothing = { trust: 'indeterminate', revocation: 'unknown' } as const;
  if (integrity !== 'intact') return { stored, findings, integrity, ...nothing };
  const others = [...context.others, ...certificates.filter(isCertificate)];
  const moment = { time, isProven: true };
  const trust = trustIn(certificate, 'timestamping', moment, { ...context, others }, field);
  return {
    stored,
    integrity,
    time,
    certificate,
    findings: trust.findings,
    trust: trust.verdict,
    revocation: trust.revocation,
    revision: revision!,
  };
}
