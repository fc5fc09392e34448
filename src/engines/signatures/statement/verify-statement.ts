import { createHash } from 'node:crypto';
import { describeCertificate, isSameName } from '../certificates/certificate-names.ts';
import type { VerificationOptions } from '../verification/verify-dispatch.ts';
import { type Finding, finding } from '../verification/findings.ts';
import type { SignatureReport, VerificationReport } from '../verification/report.ts';
import { sentenceOnReceipt, verdictOn } from '../verification/sentences.ts';
import { worstOf } from '../verification/verdict.ts';
import { trustIn } from '../verification/trust.ts';
import { type Content, readStatement } from './read-statement.ts';

const FIELD = 'biên nhận';

/** Judges a signed statement as `verifyDispatch` judges a file; never throws for a bad one. */
export function verifyStatement(text: string, options: VerificationOptions): VerificationReport {
  const read = readStatement(text);
  if (!read) {
    return reportOf([finding('receipt-unreadable')]);
  }
  const { certificates, isIntact, content } = read;
  const madeAt = new Date(content.madeAt);
  const certificate = certificates[0]!;
  const findings: Finding[] = [];
  if (!isIntact) findings.push(finding('statement-differs'));
  const { commonName } = describeCertificate(certificate);
  if (!isSameName(commonName, content.issuer.name)) {
    const names = { what: commonName, instead: content.issuer.name };
    findings.push(finding('statement-of-another', names));
  }
  if (options.receiptOf && sha256(options.receiptOf) !== content.fileSha256) {
    findings.push(finding('receipt-of-another-file'));
  }
  const { trustedRoots, revocationLists = [], now = new Date() } = options;
  const context = { trustedRoots, others: certificates, revocationLists, now };
  const trust = trustIn(certificate, 'signing', { time: madeAt, isProven: false }, context, FIELD);
  findings.push(...trust.findings);
  const report = reportOf(findings, {
    field: FIELD,
    role: 'agency',
    revision: 1,
    coversWholeFile: true,
    verdict: worstOf(findings.map(({ verdict }) => verdict)),
    integrity: isIntact ? 'intact' : 'modified',
    signer: describeCertificate(certificate),
    claimedTime: madeAt,
    time: madeAt,
    timeSource: 'claimed',
    trust: trust.verdict,
    revocation: trust.revocation,
  });
  return { ...report, says: wordsOf(content) };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const wordsOf = ({ dispatch, fileSha256, recipient, acknowledgement }: Content): string[] => [
  `Văn bản: ${dispatch.reference} ngày ${dispatch.issuedOn}`,
  `SHA-256 của tệp: ${fileSha256}`,
  `Cơ quan nhận: ${recipient.name} (${recipient.code})`,
  `Tiếp nhận: ${acknowledgement.at}${acknowledgement.name ? `, ${acknowledgement.name}` : ''}`,
];

function reportOf(findings: Finding[], signature?: SignatureReport): VerificationReport {
  const signatures = signature ? [signature] : [];
  const verdict = verdictOn({ findings });
  return {
    verdict,
    isGenuine: verdict === 'passed',
    sentence: sentenceOnReceipt({ signatures, findings }),
    level: 'none',
    signatures,
    revisions: [],
    findings,
  };
}
