import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { describeCertificate, isCertificate } from '../certificates/certificate-names.ts';
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
const Content = z.looseObject({ madeAt: z.iso.datetime({ offset: true }) });

const KEY_TYPES = { RS256: 'rsa', ES256: 'ec' } as const;

/** Judges a signed statement as `verifyDispatch` judges a file; never throws for a bad one. */
export function verifyStatement(text: string, options: VerificationOptions): VerificationReport {
  const read = readStatement(text);
  if (!read) {
    return reportOf([refusal('unreadable', 'Tệp không phải biên nhận do cơ quan ký.')]);
  }
  const { certificates, isIntact, madeAt } = read;
  const certificate = certificates[0]!;
  const findings: Finding[] = [];
  if (!isIntact) {
    findings.push(refusal('digest-differs', 'Nội dung biên nhận khác với nội dung đã ký.'));
  }
  const { trustedRoots, revocationLists = [], now = new Date() } = options;
  const context = { trustedRoots, others: certificates, revocationLists, now };
  const trust = trustIn(certificate, 'signing', { time: madeAt, isProven: false }, context, FIELD);
  findings.push(...trust.findings);
  return reportOf(findings, {
    ...{ field: FIELD, role: 'agency', isIntact, revision: 1, coversWholeFile: true },
    signer: describeCertificate(certificate),
    ...{ claimedTime: madeAt, time: madeAt, timeSource: 'claimed' },
    isTrusted: trust.findings.every(({ isWarning }) => isWarning),
    revocation: trust.revocation,
  });
}

function readStatement(text: string) {
  try {
    const statement = Statement.parse(JSON.parse(text));
    const { alg, x5c } = Header.parse(decoded(statement.protected));
    const { madeAt } = Content.parse(decoded(statement.payload));
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
    return { certificates, isIntact, madeAt: new Date(madeAt) };
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
