import type { SigningProblem } from '../../../platform/problems/problems.ts';
import { SigningError } from '../signing-error.ts';
import { describeCertificate, isSameName } from './certificate-names.ts';
import { certificatePath, type PathProblem } from './certificate-path.ts';
import { daysLeft, expiryWarning, type ExpiryWarning } from './expiry.ts';
import { revocationOf } from './revocation-list.ts';

export interface CertificateCheck {
  /** As DER. */
  certificate: Buffer;
  chain: readonly Buffer[];
  trustedRoots: readonly Buffer[];
  revocationLists: readonly Buffer[];
  at: Date;
  /** Who is about to sign: a person's name, or the agency's. */
  holder: string;
}

export interface UsableCertificate {
  daysLeft: number;
  /** Set in the last 60, 30 and 7 days. */
  warning?: ExpiryWarning;
  /** No list of its issuer says whether it was revoked. */
  isRevocationUnknown: boolean;
}

const REFUSALS: Record<PathProblem, [SigningProblem, string]> = {
  expired: ['certificate-expired', 'đã hết hạn. Hãy gia hạn chứng thư rồi ký lại.'],
  'not-yet-valid': [
    'certificate-not-yet-valid',
    'chưa đến ngày có hiệu lực. Hãy kiểm tra đồng hồ máy hoặc chờ đến ngày hiệu lực.',
  ],
  untrusted: [
    'certificate-untrusted',
    'không do tổ chức chứng thực được tin cậy cấp. Hãy chọn chứng thư khác.',
  ],
  'not-for-signing': [
    'certificate-not-for-signing',
    'không dùng để ký số. Hãy chọn chứng thư ký số.',
  ],
  'unknown-rule': [
    'certificate-not-for-signing',
    'có quy tắc hoặc thuật toán mà hệ thống không chấp nhận. Hãy chọn chứng thư khác.',
  ],
};

/** Refuses a certificate with its reason before anything is signed with it; warns 60, 30 and 7 days before its end. */
export function checkBeforeSigning(check: CertificateCheck): UsableCertificate {
  const { certificate, at, revocationLists, holder } = check;
  const subject = describeCertificate(certificate);
  const { commonName } = subject;
  requireHolder(commonName, holder);
  const { path, problems } = certificatePath({
    certificate,
    others: check.chain,
    roots: check.trustedRoots,
    at,
    purpose: 'signing',
  });
  for (const problem of ['not-yet-valid', 'expired', ...problems] as const) {
    if (problems.includes(problem)) throw refusal(commonName, ...REFUSALS[problem]);
  }
  let isRevocationUnknown = false;
  for (const [index, issuer] of path.slice(1).entries()) {
    const revocation = revocationOf(path[index]!, issuer, revocationLists, at);
    if (revocation.status === 'revoked') {
      throw refusal(commonName, 'certificate-revoked', 'đã bị thu hồi. Hãy dùng chứng thư khác.');
    }
    isRevocationUnknown ||= revocation.status === 'unknown';
  }
  const warning = expiryWarning(subject, at);
  return { daysLeft: daysLeft(subject, at), isRevocationUnknown, ...(warning && { warning }) };
}

function requireHolder(commonName: string, holder: string): void {
  if (isSameName(commonName, holder)) return;
  throw new SigningError(
    'certificate-of-another',
    `Chứng thư số mang tên “${commonName}”, không phải “${holder}”. Hãy chọn đúng chứng thư của người ký.`,
  );
}

function refusal(commonName: string, code: SigningProblem, why: string): SigningError {
  return new SigningError(code, `Chứng thư số của ${commonName} ${why}`);
}
