import { isCertificate } from '../cms/parse-certificate.ts';
import { readSignedData, type SignedContent } from '../cms/read-signed-data.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { StoredSignature } from '../pdf/read-signatures.ts';
import {
  isImprintOf,
  readTimestamp,
  TIMESTAMP_INTEGRITY,
  TIMESTAMP_PROBLEMS,
} from '../timestamp/timestamp-token.ts';
import { coveredBytes, coveredRevision } from './byte-range.ts';
import { type Finding, finding, integrityOf } from './findings.ts';
import { type TrustContext, trustIn } from './trust.ts';
import { type Integrity, worstIntegrity } from './verdict.ts';

export interface Inspection {
  stored: StoredSignature;
  findings: Finding[];
  /** From 0; undefined when it cannot be told. */
  revision?: number;
  cms?: SignedContent;
  integrity: Integrity;
}

/** Forms in which the whole file stands detached from the CMS (ISO 32000-1, 12.8.3.3; ETSI EN 319 142-1, 4.1). */
const DETACHED = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);

/** Whether a signature of a person or an agency fits the bytes it covers; trust is another question. */
export function inspectSignature(
  file: PdfFile,
  stored: StoredSignature,
  certificates: readonly Buffer[] = [],
): Inspection {
  const { field, form } = stored;
  if (form !== undefined && !DETACHED.has(form)) {
    const findings = [finding('form-not-accepted', { field, what: form })];
    return { stored, findings, integrity: 'unknown' };
  }
  const revision = coveredRevision(file, stored);
  const cms = readSignedData(stored.contents, () => coveredBytes(file, stored), certificates);
  // A signature over content of its own says nothing of the file.
  const problems = !cms || cms.content ? (['cms-unreadable'] as const) : cms.problems;
  const what = cms?.algorithm;
  const findings = [
    ...(revision === undefined ? [finding('byte-range', { field })] : []),
    ...problems.map((code) => finding(code, { field, ...(what && { what }) })),
  ];
  return {
    stored,
    findings,
    integrity: worstIntegrity(findings.map(integrityOf)),
    ...(revision !== undefined && { revision }),
    ...(cms && { cms }),
  };
}

/** Time of the timestamp inside a signature, when it is sound and trusted. */
export function signatureTimestamp(
  { stored, cms }: Inspection,
  context: TrustContext,
): { time?: Date; findings: Finding[] } {
  if (!cms?.timestamp) return { findings: [] };
  const { field } = stored;
  const token = readTimestamp(cms.timestamp, context.others);
  const { time, certificate, certificates, problem } = token;
  if (problem !== undefined) return { findings: [tokenFinding(problem, field)] };
  if (!isImprintOf(token, cms.signature)) {
    return { findings: [finding('timestamp-of-another', { field })] };
  }
  const others = [...context.others, ...certificates.filter(isCertificate)];
  const moment = { time, isProven: true };
  const { findings, verdict } = trustIn(
    ...([certificate, 'timestamping', moment, { ...context, others }, field] as const),
  );
  // A moment counts as proven only when the authority that vouches for it is trusted.
  return { ...(verdict === 'passed' && { time }), findings };
}

export function tokenFinding(problem: keyof typeof TIMESTAMP_PROBLEMS, field: string): Finding {
  const isUnjudged = TIMESTAMP_INTEGRITY[problem] === 'unknown';
  const code = isUnjudged ? 'timestamp-not-judged' : 'timestamp-invalid';
  return finding(code, { field, what: TIMESTAMP_PROBLEMS[problem] });
}
