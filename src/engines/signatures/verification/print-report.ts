import type { SignatureReport, VerificationReport } from './report.ts';
import type { Integrity, Verdict } from './verdict.ts';
import { isoInVietnam } from '../vietnam-time.ts';

const ROLES: Record<SignatureReport['role'], string> = {
  person: 'Người có thẩm quyền',
  agency: 'Cơ quan',
  other: 'Chữ ký',
  timestamp: 'Dấu thời gian',
};
const REVOCATION: Record<SignatureReport['revocation'], string> = {
  good: 'chưa bị thu hồi',
  revoked: 'ĐÃ BỊ THU HỒI',
  unknown: 'chưa kiểm tra được thu hồi',
};

const INTEGRITY: Record<Integrity, string> = {
  intact: 'nguyên vẹn',
  unknown: 'CHƯA KẾT LUẬN ĐƯỢC',
  invalid: 'CHỮ KÝ KHÔNG HỢP LỆ',
  modified: 'ĐÃ BỊ SỬA',
};
const TRUST: Record<Verdict, string> = {
  passed: 'tin cậy',
  indeterminate: 'CHƯA KẾT LUẬN ĐƯỢC',
  failed: 'KHÔNG TIN CẬY',
};
const WEIGHTS: Record<Verdict, string> = {
  passed: 'Lưu ý',
  indeterminate: 'CHƯA RÕ',
  failed: 'LỖI',
};

/** The report as plain lines for a terminal. */
export function printReport({
  sentence,
  level,
  says = [],
  signatures,
  revisions,
  findings,
}: VerificationReport): string {
  const lines = [sentence, ''];
  if (says.length > 0) lines.push('Biên nhận ghi:', ...says.map((line) => `  ${line}`));
  else lines.push(`Mức chữ ký: ${level}`);
  for (const signature of signatures) lines.push('', ...signatureLines(signature));
  if (revisions.length > 0) lines.push('', 'Các lần lưu của tệp:');
  for (const { revision, length, signedBy, changes } of revisions) {
    const signed = signedBy.length > 0 ? `, ký ở ô ${signedBy.join(', ')}` : '';
    lines.push(
      `  ${revision}. ${length} byte${signed}${changes.map(({ message }) => `\n     - ${message}`).join('')}`,
    );
  }
  if (findings.length > 0) lines.push('', 'Nhận xét:');
  for (const { verdict, message } of findings) lines.push(`  ${WEIGHTS[verdict]}: ${message}`);
  return `${lines.join('\n')}\n`;
}

function signatureLines(signature: SignatureReport): string[] {
  const { role, signer, time, timeSource, integrity, trust, revocation, revision } = signature;
  const { claimedTime } = signature;
  const proven =
    timeSource === 'timestamp' && time ? [`có từ trước ${isoInVietnam(time)} (dấu thời gian)`] : [];
  const claimed = claimedTime ? [`${isoInVietnam(claimedTime)} (theo lời người ký)`] : [];
  return [
    `${ROLES[role]}: ${signer?.commonName ?? 'không rõ'} (${signature.field})`,
    `  Cấp bởi: ${signer?.issuer ?? 'không rõ'}, số ${signer?.serialNumber ?? '?'}`,
    `  Thời điểm: ${[...claimed, ...proven].join(', ') || 'không rõ'}`,
    `  Nội dung được phủ: ${INTEGRITY[integrity]}, đến lần lưu ${revision}${signature.coversWholeFile ? ' (toàn bộ tệp)' : ''}`,
    `  Chứng thư: ${TRUST[trust]}, ${REVOCATION[revocation]}`,
  ];
}
