import { createHash } from 'node:crypto';
import { isCertificate } from '../certificates/certificate-names.ts';
import { type CmsProblem, readSignedData, type SignedContent } from '../cms/read-signed-data.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { StoredSignature } from '../pdf/read-signatures.ts';
import { readTimestamp } from '../timestamp/timestamp-token.ts';
import { coveredDigest, coveredRevision } from './byte-range.ts';
import { type Finding, refusal } from './report.ts';
import { type TrustContext, trustIn } from './trust.ts';

export interface Inspection {
  stored: StoredSignature;
  findings: Finding[];
  /** From 0; undefined when it cannot be told. */
  revision?: number;
  cms?: SignedContent;
  isIntact: boolean;
}

export interface TimestampInspection extends Inspection {
  time?: Date;
  certificate?: Buffer;
  isTrusted: boolean;
  revocation: 'good' | 'revoked' | 'unknown';
}

const WORDS: Record<CmsProblem, string> = {
  'cms-unreadable': 'không đọc được',
  'digest-differs': 'không khớp với nội dung: văn bản đã bị sửa sau khi ký',
  'signature-invalid': 'không phải do chứng thư đi kèm tạo ra',
  'certificate-not-bound': 'không gắn với chứng thư đi kèm',
  'algorithm-unknown': 'dùng thuật toán không được chấp nhận',
};

/** Whether a signature of a person or an agency fits the bytes it covers; trust is another question. */
export function inspectSignature(file: PdfFile, stored: StoredSignature): Inspection {
  const { field, contents } = stored;
  const revision = coveredRevision(file, stored);
  const findings = revision === undefined ? [badRange(field)] : [];
  const cms = readSignedData(contents, (algorithm) => coveredDigest(file, stored, algorithm));
  // A signature over content of its own says nothing of the file.
  const problems = !cms || cms.content ? (['cms-unreadable'] as const) : cms.problems;
  for (const problem of problems) {
    findings.push(refusal(problem, `Chữ ký ở ô “${field}” ${WORDS[problem]}.`, { field }));
  }
  return {
    stored,
    findings,
    isIntact: findings.length === 0,
    ...(revision !== undefined && { revision }),
    ...(cms && { cms }),
  };
}

/** An archive timestamp: over the whole file as it was, by a trusted authority. */
export function inspectTimestamp(
  file: PdfFile,
  stored: StoredSignature,
  context: TrustContext,
): TimestampInspection {
  const { field, contents } = stored;
  const revision = coveredRevision(file, stored);
  const findings = revision === undefined ? [badRange(field)] : [];
  const { time, imprint, certificate, certificates, problem } = readTimestamp(contents);
  const isOverFile = imprint.equals(coveredDigest(file, stored, 'sha256'));
  if (problem !== undefined || !isOverFile) {
    const why = problem ?? 'không khớp với nội dung: văn bản đã bị sửa sau đó';
    findings.push(refusal('timestamp-invalid', `Dấu thời gian ở ô “${field}” ${why}.`, { field }));
  }
  const isIntact = findings.length === 0;
  if (!isIntact) return { stored, findings, isIntact, isTrusted: false, revocation: 'unknown' };
  const others = [...context.others, ...certificates.filter(isCertificate)];
  const moment = { time, isProven: true };
  const trust = trustIn(certificate, 'timestamping', moment, { ...context, others }, field);
  return {
    stored,
    findings: trust.findings,
    isIntact,
    isTrusted: trust.findings.every(({ isWarning }) => isWarning),
    revocation: trust.revocation,
    time,
    certificate,
    revision: revision!,
  };
}

/** Time of the timestamp inside a signature, when it is sound and trusted. */
export function signatureTimestamp(
  { stored, cms }: Inspection,
  context: TrustContext,
): { time?: Date; findings: Finding[] } {
  if (!cms?.timestamp) return { findings: [] };
  const { field } = stored;
  const { time, imprint, certificate, certificates, problem } = readTimestamp(cms.timestamp);
  const isOverSignature = imprint.equals(createHash('sha256').update(cms.signature).digest());
  if (problem !== undefined || !isOverSignature) {
    const why = problem ?? 'thuộc chữ ký khác';
    const message = `Dấu thời gian của chữ ký ở ô “${field}” ${why}.`;
    return { findings: [refusal('timestamp-invalid', message, { field })] };
  }
  const others = [...context.others, ...certificates.filter(isCertificate)];
  const moment = { time, isProven: true };
  const { findings } = trustIn(certificate, 'timestamping', moment, { ...context, others }, field);
  return { time, findings };
}

function badRange(field: string): Finding {
  const message = `Chữ ký ở ô “${field}” không phủ trọn một bản của tệp, hoặc chừa chỗ cho nội dung khác.`;
  return refusal('byte-range', message, { field });
}
