import type { CertificateSubject } from './certificate-names.ts';

export interface ExpiryWarning {
  /** Set in the last 60, 30 and 7 days; 0 when it has ended. */
  within: 60 | 30 | 7 | 0;
  message: string;
}

const DAY = 86_400_000;
const THRESHOLDS = [7, 30, 60] as const;

/** Whole days until a certificate ends; negative afterwards. */
export function daysLeft({ notAfter }: Pick<CertificateSubject, 'notAfter'>, at: Date): number {
  return Math.floor((notAfter.getTime() - at.getTime()) / DAY);
}

/** Who has to renew a certificate hears of it 60, 30 and 7 days before its end, and afterwards. */
export function expiryWarning(
  subject: Pick<CertificateSubject, 'commonName' | 'notAfter'>,
  at: Date,
): ExpiryWarning | undefined {
  const { commonName } = subject;
  const left = daysLeft(subject, at);
  if (left < 0) {
    const message = `Chứng thư số của ${commonName} đã hết hạn, không ký được nữa. Hãy làm thủ tục cấp chứng thư mới.`;
    return { within: 0, message };
  }
  const within = THRESHOLDS.find((days) => left <= days);
  if (within === undefined) return undefined;
  const time = left === 0 ? 'chưa đầy 1 ngày' : `${left} ngày`;
  return {
    within,
    message: `Chứng thư số của ${commonName} còn ${time}. Hãy làm thủ tục gia hạn.`,
  };
}
