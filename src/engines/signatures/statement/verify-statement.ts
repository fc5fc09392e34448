import { createHash, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { describeCertificate, isSameName } from '../certificates/certificate-names.ts';
import { isCertificate } from '../cms/parse-certificate.ts';
import type { VerificationOptions } from '../verification/verify-dispatch.ts';
import { type Finding, finding } from '../verification/findings.ts';
import type { SignatureReport, VerificationReport } from '../verification/report.ts';
import { sentenceOnReceipt, verdictOn } from '../verification/sentences.ts';
import { worstOf } from '../verification/verdict.ts';
import { trustIn } from '../verification/trust.ts';
import { signingInput } from './sign-statement.ts';

const FIELD = 'biên nhận';

const Statement = z.object({ payload: z.string(), protected: z.string(), signature: z.string() });
const Header = z.object({
  alg: z.enum(['RS256', 'ES256']),
  x5c: z.array(z.base64()).min(1),
  // Whatever must be understood is not (RFC 7515, 4.1.11).
  crit: z.never().optional(),
});
/** Of what a receipt says, that which tells it from any other (`receiving/receipt-content.ts`). */
const Content = z.object({
  type: z.literal('receipt'),
  madeAt: z.iso.datetime({ offset: true }),
  issuer: z.object({ name: z.string() }),
  dispatch: z.object({ reference: z.string(), issuedOn: z.string() }),
  fileSha256: z.string(),
  recipient: z.object({ code: z.string(), name: z.string() }),
  acknowledgement: z.object({ at: z.string(), name: z.string().nullable() }),
});
type Content = z.infer<typeof Content>;

const KEY_TYPES = { RS256: 'rsa', ES256: 'ec' } as const;

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

function readStatement(text: string) {
  try {
    const statement = Statement.parse(JSON.parse(text));
    const { alg, x5c } = Header.parse(decoded(statement.protected));
    const content = Content.parse(decoded(statement.payload));
    const certificates = x5c.map((entry) => Buffer.from(entry, 'base64'));
    if (!certificates.every(isCertificate)) return undefined;
    const key = new X509Certificate(certificates[0]!).publicKey;
    const isIntact =
      key.asymmetricKeyType === KEY_TYPES[alg] &&
      verify(
        'sha256',
        signingInput(statement),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(statement.signature, 'base64url'),
      );
    return { certificates, isIntact, content };
  } catch {
    return undefined;
  }
}

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

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
