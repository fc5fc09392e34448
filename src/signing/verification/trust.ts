import { certificatePath, type PathProblem } from '../certificates/certificate-path.ts';
import { revocationOf } from '../certificates/revocation-list.ts';
import { type Finding, refusal, warning } from './report.ts';

export interface TrustContext {
  trustedRoots: readonly Buffer[];
  /** Certificates of the file and of the caller that may lie in between. */
  others: readonly Buffer[];
  revocationLists: readonly Buffer[];
  now: Date;
}

export interface SigningMoment {
  time: Date;
  /** A trusted timestamp proves it; otherwise the signer says so. */
  isProven: boolean;
}

export interface Trust {
  findings: Finding[];
  revocation: 'good' | 'revoked' | 'unknown';
}

const WORDS: Record<PathProblem, string> = {
  untrusted: 'không do tổ chức chứng thực được tin cậy cấp',
  expired: 'đã hết hạn khi ký',
  'not-yet-valid': 'chưa có hiệu lực khi ký',
  'not-for-signing': 'không dùng được cho việc này',
  'unknown-rule': 'có quy tắc hoặc thuật toán không được chấp nhận',
};

/** Whether a certificate could be relied on when it was used. */
export function trustIn(
  certificate: Buffer,
  purpose: 'signing' | 'timestamping',
  { time, isProven }: SigningMoment,
  context: TrustContext,
  field: string,
): Trust {
  const { trustedRoots: roots, others, revocationLists, now } = context;
  const { path, problems } = certificatePath({ certificate, others, roots, at: time, purpose });
  const findings = problems.map((problem) =>
    refusal(problem, `Chứng thư số ở ô “${field}” ${WORDS[problem]}.`, { field }),
  );
  let revocation: Trust['revocation'] = 'good';
  for (const [index, issuer] of path.slice(1).entries()) {
    const state = revocationOf(path[index]!, issuer, revocationLists, time);
    if (state.status === 'unknown' && revocation === 'good') revocation = 'unknown';
    if (state.status !== 'revoked') continue;
    // Without proof of when it was used, a revoked key could have been used at any time.
    if (!isProven || state.at <= time) revocation = 'revoked';
  }
  if (revocation === 'revoked') {
    findings.push(refusal('revoked', `Chứng thư số ở ô “${field}” đã bị thu hồi.`, { field }));
  }
  if (revocation === 'unknown') {
    const message = `Chưa có danh sách thu hồi để kiểm tra chứng thư số ở ô “${field}”.`;
    findings.push(warning('revocation-unknown', message, { field }));
  }
  const isExpiredNow =
    problems.length === 0 &&
    !isProven &&
    certificatePath({ certificate, others, roots, at: now, purpose }).problems.includes('expired');
  if (isExpiredNow) {
    const message = `Chứng thư số ở ô “${field}” nay đã hết hạn và không có dấu thời gian chứng minh lúc ký.`;
    findings.push(warning('expired-since', message, { field }));
  }
  return { findings, revocation };
}
