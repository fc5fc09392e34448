import type { Finding } from './findings.ts';
import type { SignatureReport, VerificationReport } from './report.ts';
import { type Verdict, worstOf } from './verdict.ts';

type Judged = Pick<VerificationReport, 'signatures' | 'findings'>;

const TEST_MARK = '(thử nghiệm)';
const NO_VALUE = 'Chứng thư thử nghiệm, không có giá trị pháp lý.';

export const verdictOn = ({ findings }: Pick<Judged, 'findings'>): Verdict =>
  worstOf(findings.map(({ verdict }) => verdict));

/** Of what counts most: a fault before what cannot be judged; undefined when all is well. */
export function mainReason(findings: readonly Finding[]): Finding | undefined {
  return (
    findings.find(({ verdict }) => verdict === 'failed') ??
    findings.find(({ verdict }) => verdict === 'indeterminate')
  );
}

/** One sentence for whoever holds the file, and the mark of a test certificate where there is one. */
export function sentenceOn({ signatures, findings }: Judged): string {
  const reason = mainReason(findings);
  if (reason) return refused('KHÔNG được coi là văn bản thật và nguyên vẹn', reason);
  const named = (role: SignatureReport['role']) =>
    signatures
      .filter((signature) => signature.role === role)
      .map(({ signer }) => signer?.commonName ?? '')
      .join(', ');
  const sentence = `Văn bản thật và nguyên vẹn: ${named('person')} đã ký, ${named('agency')} đã đóng dấu, không ai sửa đổi sau đó.`;
  return isTest(signatures) ? `${sentence} ${NO_VALUE}` : sentence;
}

/** The same of a receipt. */
export function sentenceOnReceipt({ signatures, findings }: Judged): string {
  const reason = mainReason(findings);
  if (reason) return refused('KHÔNG được coi là biên nhận thật', reason);
  const name = signatures[0]?.signer?.commonName ?? '';
  const sentence = `Biên nhận thật và nguyên vẹn do ${name} ký.`;
  return isTest(signatures) ? `${sentence} ${NO_VALUE}` : sentence;
}

const refused = (verdict: string, { verdict: why, message }: Finding) =>
  why === 'indeterminate'
    ? `${verdict}: chưa kết luận được ở đây. ${message}`
    : `${verdict}. ${message}`;

/** Somebody of a test authority is among them: nothing of it has legal value. */
export function isTest(signatures: SignatureReport[]): boolean {
  return signatures.some(({ signer }) => signer?.commonName.endsWith(TEST_MARK));
}

/** The lowest PAdES level all signatures reach (ETSI EN 319 142-1, 6). */
export function levelOf(
  { signatures }: Judged,
  hasValidationData: boolean,
  hasBrokenTimestamp: boolean,
): VerificationReport['level'] {
  const own = signatures.filter(({ role }) => role !== 'timestamp');
  const isBroken = own.length === 0 || signatures.some(({ integrity }) => integrity !== 'intact');
  if (isBroken || hasBrokenTimestamp) return 'none';
  if (own.some(({ timeSource }) => timeSource === 'claimed')) return 'B-B';
  const isKnown = own.every(({ revocation }) => revocation === 'good');
  if (!hasValidationData || !isKnown) return 'B-T';
  const isArchived = signatures.some(
    ({ role, trust }) => role === 'timestamp' && trust === 'passed',
  );
  return isArchived ? 'B-LTA' : 'B-LT';
}
