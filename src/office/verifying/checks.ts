import type {
  FindingCode,
  VerificationReport,
} from '../../engines/signatures/verification/report.ts';
import { type Verdict, worstOf } from '../../engines/signatures/verification/verdict.ts';

/** One question a reader asks of a file, and the answer. */
export interface Check {
  question: string;
  state: 'good' | 'note' | 'doubt' | 'bad' | 'unasked';
  answers: string[];
}

type Question = 'signed' | 'intact' | 'unchanged' | 'trusted' | 'valid' | 'time';

/** Which question a finding answers; the compiler asks for every code. */
const QUESTION_OF: Record<FindingCode, Question | undefined> = {
  unreadable: undefined,
  encrypted: undefined,
  'receipt-unreadable': undefined,
  'not-a-dispatch': 'signed',
  'not-signed': 'signed',
  'person-missing': 'signed',
  'seal-missing': 'signed',
  'wrong-order': 'signed',
  'signature-removed': 'signed',
  'same-certificate': 'trusted',
  'certificate-of-another': 'trusted',
  'byte-range': 'intact',
  'digest-differs': 'intact',
  'signature-invalid': 'intact',
  'certificate-not-bound': 'trusted',
  'algorithm-not-accepted': 'intact',
  'form-not-accepted': 'intact',
  'several-signers': 'intact',
  'attributes-missing': 'intact',
  'cms-unreadable': 'intact',
  'statement-differs': 'intact',
  'receipt-of-another-file': 'intact',
  'binding-missing': 'trusted',
  'signer-missing': 'trusted',
  'statement-of-another': 'trusted',
  untrusted: 'trusted',
  'not-for-signing': 'trusted',
  'unknown-rule': 'trusted',
  expired: 'valid',
  'not-yet-valid': 'valid',
  revoked: 'valid',
  'revoked-since': 'valid',
  'list-out-of-scope': 'valid',
  'list-ended': 'valid',
  'list-unreadable': 'valid',
  'revocation-unknown': 'valid',
  'expired-since': 'valid',
  'signature-time-unknown': 'time',
  'timestamp-invalid': 'time',
  'timestamp-differs': 'time',
  'timestamp-of-another': 'time',
  'timestamp-not-judged': 'time',
  'timestamp-missing': 'time',
  'timestamp-required': 'time',
  'not-certified': 'unchanged',
  'not-locked': 'unchanged',
  'page-changed': 'unchanged',
  'page-content-changed': 'unchanged',
  'attachment-changed': 'unchanged',
  'metadata-changed': 'unchanged',
  'form-changed': 'unchanged',
  'field-moved': 'unchanged',
  'field-changed': 'unchanged',
  'field-filled-otherwise': 'unchanged',
  'signature-field-changed': 'unchanged',
  'root-changed': 'unchanged',
  'stray-bytes': 'unchanged',
  'filled-after-seal': 'unchanged',
  'appearance-differs': 'unchanged',
  'signature-changed': 'unchanged',
  'document-rules-changed': 'unchanged',
  'object-changed': 'unchanged',
  'object-removed': 'unchanged',
  'hidden-object': 'unchanged',
  'changed-between-signatures': 'unchanged',
  'unsigned-tail': 'unchanged',
};

/** In the order in which they are told, each with the words for a good answer. */
const QUESTIONS: [Question, string, string][] = [
  ['signed', 'Đủ chữ ký, đúng thứ tự', 'Người có thẩm quyền ký trước, cơ quan đóng dấu sau.'],
  ['intact', 'Nội dung khớp với chữ ký', 'Từng byte được ký vẫn như lúc ký.'],
  ['unchanged', 'Không bị sửa sau khi ký', 'Sau khi ký chỉ có những việc được phép.'],
  ['trusted', 'Chứng thư đáng tin cậy', 'Do tổ chức mà hệ thống này tin cậy cấp.'],
  ['valid', 'Chứng thư còn hiệu lực khi ký', 'Chưa hết hạn và chưa bị thu hồi lúc ký.'],
  ['time', 'Thời điểm ký', 'Có dấu thời gian độc lập xác nhận.'],
];

const STATE_OF: Record<Verdict, Check['state']> = {
  passed: 'note',
  indeterminate: 'doubt',
  failed: 'bad',
};

/** The findings of a report as answers to the questions a reader asks. */
export function checksOf({ signatures, findings }: VerificationReport): Check[] {
  return QUESTIONS.map(([key, question, good]) => {
    const own = findings.filter(({ code }) => QUESTION_OF[code] === key);
    const answers = [...new Set(own.map(({ message }) => message))];
    if (own.length > 0) {
      const verdict = worstOf(own.map((each) => each.verdict));
      return { question, state: STATE_OF[verdict], answers };
    }
    if (signatures.length === 0) return { question, state: 'unasked', answers: [] };
    return { question, state: 'good', answers: [good] };
  });
}
