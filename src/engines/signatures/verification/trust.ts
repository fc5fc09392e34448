import { certificatePath } from '../certificates/certificate-path.ts';
import { type Revocation, revocationOf } from '../certificates/revocation-list.ts';
import { type Finding, finding, type FindingCode } from './findings.ts';
import { type Verdict, worstOf } from './verdict.ts';

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
  verdict: Verdict;
  revocation: 'good' | 'revoked' | 'unknown';
}

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
  const codes: FindingCode[] = [...problems];
  const states = path
    .slice(1)
    .map((issuer, index) => revocationOf(path[index]!, issuer, revocationLists, time));
  codes.push(...revocationCodes(states, { time, isProven }));
  const isExpiredNow =
    problems.length === 0 &&
    !isProven &&
    certificatePath({ certificate, others, roots, at: now, purpose }).problems.includes('expired');
  if (isExpiredNow) codes.push('expired-since');
  const findings = codes.map((code) => finding(code, { field }));
  return {
    findings,
    verdict: worstOf(findings.map(({ verdict }) => verdict)),
    revocation: revocationIn(states),
  };
}

/**
 * A certificate revoked after it was used is no fault when a timestamp proves when that was; without one it cannot be
 * judged (ETSI EN 319 102-1, 5.5: REVOKED_NO_POE).
 */
function revocationCodes(states: Revocation[], { time, isProven }: SigningMoment): FindingCode[] {
  const revoked = states.filter((state) => state.status === 'revoked');
  if (revoked.some(({ at }) => at <= time)) return ['revoked'];
  if (revoked.length > 0 && !isProven) return ['revoked-since'];
  const unknown = states.filter((state) => state.status === 'unknown');
  if (unknown.length === 0) return [];
  const lacks = new Set(unknown.map((state) => state.lacks));
  return [
    'revocation-unknown',
    ...(lacks.has('scope') ? (['list-out-of-scope'] as const) : []),
    ...(lacks.has('current-list') ? (['list-ended'] as const) : []),
  ];
}

function revocationIn(states: Revocation[]): Trust['revocation'] {
  if (states.some(({ status }) => status === 'revoked')) return 'revoked';
  return states.some(({ status }) => status === 'unknown') ? 'unknown' : 'good';
}
