import type {
  SignatureReport,
  VerificationReport,
} from '../../engines/signatures/verification/report.ts';
import type { Verdict } from '../../engines/signatures/verification/verdict.ts';
import type { Check } from './checks.ts';

export const SIGNER_ROLES: Record<SignatureReport['role'], string> = {
  person: 'Người có thẩm quyền',
  agency: 'Cơ quan, tổ chức',
  other: 'Chữ ký số',
  timestamp: 'Dấu thời gian lưu trữ',
};

export const REVOCATIONS: Record<SignatureReport['revocation'], string> = {
  good: 'chưa bị thu hồi',
  revoked: 'đã bị thu hồi',
  unknown: 'chưa kiểm tra được việc thu hồi',
};

export const INTEGRITIES: Record<SignatureReport['integrity'], string> = {
  intact: 'nguyên vẹn',
  unknown: 'chưa kết luận được',
  invalid: 'chữ ký không hợp lệ',
  modified: 'đã bị sửa',
};

export const TRUSTS: Record<Verdict, string> = {
  passed: 'Tin cậy',
  indeterminate: 'Chưa kết luận được',
  failed: 'Không tin cậy',
};

export const CLASSES: Record<Verdict, string> = {
  passed: 'good',
  indeterminate: 'doubt',
  failed: 'bad',
};

export const STATES: Record<Check['state'], string> = {
  good: 'đạt',
  note: 'lưu ý',
  doubt: 'chưa kết luận được',
  bad: 'không đạt',
  unasked: 'chưa kiểm tra',
};

export const LEVELS: Record<VerificationReport['level'], string> = {
  none: 'Không có',
  'B-B': 'PAdES B-B: chữ ký',
  'B-T': 'PAdES B-T: chữ ký, dấu thời gian',
  'B-LT': 'PAdES B-LT: chữ ký, dấu thời gian, dữ liệu kiểm tra lâu dài',
  'B-LTA': 'PAdES B-LTA: lưu trữ lâu dài',
};

/** Fields of the file by the names people have for them. */
const FIELDS: [RegExp, string][] = [
  [/ở ô “ChuKyCaNhan\d*”/g, 'của người có thẩm quyền'],
  [/ở ô “DauCoQuan\d*”/g, 'của cơ quan'],
  [/ở ô “DauThoiGian\d*”/g, 'lưu trữ'],
  [/(ô )?“?ChuKyCaNhan\d*”?/g, 'chữ ký của người có thẩm quyền'],
  [/(ô )?“?DauCoQuan\d*”?/g, 'dấu của cơ quan'],
  [/(ô )?“?DauThoiGian\d*”?/g, 'dấu thời gian lưu trữ'],
  [/ô “so_van_ban”/g, 'số'],
  [/ô “ngay”/g, 'ngày'],
  [/ô “thang”/g, 'tháng'],
];

export function inPlainWords(sentence: string): string {
  return FIELDS.reduce((words, [field, name]) => words.replace(field, name), sentence);
}
