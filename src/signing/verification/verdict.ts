import type { SignatureReport, VerificationReport } from './report.ts';

type Judged = Pick<VerificationReport, 'signatures' | 'findings' | 'revisions'>;

const TEST_MARK = '(thử nghiệm)';

/** One sentence for whoever holds the file, and the mark of a test certificate where there is one. */
export function verdictOn({ signatures, findings }: Judged): string {
  const reason = findings.find(({ isWarning }) => !isWarning);
  if (reason) return `KHÔNG được coi là văn bản thật và nguyên vẹn. ${reason.message}`;
  const named = (role: 'person' | 'agency') =>
    signatures
      .filter((signature) => signature.role === role)
      .map(({ signer }) => signer?.commonName ?? '')
      .join(', ');
  const verdict = `Văn bản thật và nguyên vẹn: ${named('person')} đã ký, ${named('agency')} đã đóng dấu, không ai sửa đổi sau đó.`;
  return isTest(signatures)
    ? `${verdict} Chứng thư thử nghiệm, không có giá trị pháp lý.`
    : verdict;
}

/** The same of a receipt. */
export function verdictOnReceipt({ signatures, findings }: Omit<Judged, 'revisions'>): string {
  const reason = findings.find(({ isWarning }) => !isWarning);
  if (reason) return `KHÔNG được coi là biên nhận thật. ${reason.message}`;
  const name = signatures[0]?.signer?.commonName ?? '';
  const verdict = `Biên nhận thật và nguyên vẹn do ${name} ký.`;
  return name.endsWith(TEST_MARK)
    ? `${verdict} Chứng thư thử nghiệm, không có giá trị pháp lý.`
    : verdict;
}

/** Somebody of a test authority is among them: nothing of it has legal value. */
export function isTest(signatures: SignatureReport[]): boolean {
  return signatures.some(({ signer }) => signer?.commonName.endsWith(TEST_MARK));
}

/** The lowest PAdES level all signatures reach (ETSI EN 319 142-1, 6). */
export function levelOf(
  { signatures, findings }: Judged,
  hasValidationData: boolean,
): VerificationReport['level'] {
  const own = signatures.filter(({ role }) => role !== 'timestamp');
  const isBroken = own.length === 0 || signatures.some(({ isIntact }) => !isIntact);
  if (isBroken || findings.some(({ code }) => code === 'timestamp-invalid')) return 'none';
  if (own.some(({ timeSource }) => timeSource === 'claimed')) return 'B-B';
  const isKnown = own.every(({ revocation }) => revocation === 'good');
  if (!hasValidationData || !isKnown) return 'B-T';
  const isArchived = signatures.some(({ role, isTrusted }) => role === 'timestamp' && isTrusted);
  return isArchived ? 'B-LTA' : 'B-LT';
}
