import { createHash, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import {
  describeCertificate,
  isCertificate,
  isSameName,
} from '../certificates/certificate-names.ts';
import type { VerificationOptions } from '../verification/verify-dispatch.ts';
import { type Finding, refusal, type VerificationReport } from '../verification/report.ts';
import { verdictOnReceipt } from '../verification/verdict.ts';
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
    return reportOf([refusal('unreadable', 'Tệp không phải biên nhận do cơ quan ký.')]);
  }
  const { certificates, isIntact, content } = read;
  const madeAt = new Date(content.madeAt);
  const certificate = certificates[0]!;
  const findings: Finding[] = [];
  if (!isIntact) {
    findings.push(refusal('digest-differs', 'Nội dung biên nhận khác với nội dung đã ký.'));
  }
  const { commonName } = describeCertificate(certificate);
  if (!isSameName(commonName, content.issuer.name)) {
    const message = `Biên nhận ghi nơi gửi là “${content.issuer.name}” nhưng do “${commonName}” ký.`;
    findings.push(refusal('certificate-of-another', message));
  }
  if (options.receiptOf && sha256(options.receiptOf) !== content.fileSha256) {
    const message = 'Biên nhận này là của một tệp khác, không phải tệp đưa ra so.';
    findings.push(refusal('digest-differs', message));
  }
  const { trustedRoots, revocationLists = [], now = new Date() } = options;
  const context = { trustedRoots, others: certificates, revocationLists, now };
  const trust = trustIn(certificate, 'signing', { time: madeAt, isProven: false }, context, FIELD);
  findings.push(...trust.findings);
  const report = reportOf(findings, {
    ...{ field: FIELD, role: 'agency', isIntact, revision: 1, coversWholeFile: true },
    signer: describeCertificate(certificate),
    ...{ claimedTime: madeAt, time: madeAt, timeSource: 'claimed' },
    isTrusted: trust.findings.every(({ isWarning }) => isWarning),
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

function reportOf(
  findings: Finding[],
  signature?: VerificationReport['signatures'][number],
): VerificationReport {
  const signatures = signature ? [signature] : [];
  return {
    isGenuine: findings.every(({ isWarning }) => isWarning),
    verdict: verdictOnReceipt({ signatures, findings }),
    ...{ level: 'none', signatures, revisions: [], findings },
  };
}
