import type { Integrity, Verdict } from './verdict.ts';

/** What a sentence about a finding may name. */
export interface Details {
  /** Field of the signature it concerns. */
  field?: string;
  /** Revision it was found in, from 1. */
  revision?: number;
  /** A name, a key, a part of the file, or the reason: whatever the code speaks of. */
  what?: string;
  /** What was expected instead. */
  instead?: string;
}

interface Kind {
  verdict: Verdict;
  /** What it says of the bytes under the signature, where it says anything. */
  integrity?: Integrity;
  /** In Vietnamese, for whoever holds the file. */
  sentence: (details: Details) => string;
}

const passed = (sentence: Kind['sentence']): Kind => ({ verdict: 'passed', sentence });
const indeterminate = (sentence: Kind['sentence'], integrity?: Integrity): Kind => ({
  verdict: 'indeterminate',
  sentence,
  ...(integrity && { integrity }),
});
const failed = (sentence: Kind['sentence'], integrity?: Integrity): Kind => ({
  verdict: 'failed',
  sentence,
  ...(integrity && { integrity }),
});

const signature = (words: string) => (details: Details) => `Chữ ký ở ô “${details.field}” ${words}`;
const certificate = (words: string) => (details: Details) =>
  `Chứng thư số ở ô “${details.field}” ${words}`;
const afterwards = (words: string) => () => `Sau khi ký, ${words}`;
const partChanged = ({ what }: Details) => `Sau khi ký, ${what} đã bị thay đổi.`;

/** Every finding: its verdict and its sentence. Nothing else decides, and nothing else words it. */
const KINDS = {
  unreadable: indeterminate(({ what }) => what ?? ''),
  encrypted: indeterminate(
    () =>
      'Tệp PDF bị đặt mật khẩu hoặc hạn chế quyền nên không đọc được. Hãy lấy lại tệp gốc từ nơi phát hành.',
  ),
  'receipt-unreadable': indeterminate(() => 'Tệp không phải biên nhận do cơ quan ký.'),

  'not-signed': failed(() => 'Văn bản chưa có chữ ký số nào.'),
  'not-a-dispatch': indeterminate(
    () =>
      'Các ô chữ ký của tệp không phải của văn bản phát hành từ hệ thống này, nên chưa biết chữ ký nào là của người có thẩm quyền, chữ ký nào là dấu của cơ quan. Hãy xem từng chữ ký ở dưới.',
  ),
  'person-missing': failed(() => 'Văn bản thiếu chữ ký số của người có thẩm quyền.'),
  'seal-missing': failed(() => 'Văn bản thiếu chữ ký số (dấu) của cơ quan.'),
  'wrong-order': failed(() => 'Dấu của cơ quan được đóng trước khi người có thẩm quyền ký.'),

  'byte-range': failed(
    signature('không phủ trọn một bản của tệp, hoặc chừa chỗ cho nội dung khác.'),
    'invalid',
  ),
  'digest-differs': failed(
    signature('không khớp với nội dung: văn bản đã bị sửa sau khi ký.'),
    'modified',
  ),
  'signature-invalid': failed(signature('không phải do chứng thư đi kèm tạo ra.'), 'invalid'),
  'certificate-not-bound': failed(
    signature('gắn với chứng thư khác, không phải chứng thư đi kèm.'),
  ),
  'cms-unreadable': failed(signature('không đọc được.'), 'invalid'),
  'binding-missing': indeterminate(
    signature(
      'không ghi gắn với chứng thư nào (thiếu thuộc tính signing-certificate), nên chưa chắc ai là người ký.',
    ),
  ),
  'attributes-missing': indeterminate(
    signature('thiếu các thuộc tính được ký mà chữ ký PAdES phải có.'),
  ),
  'signer-missing': indeterminate(
    signature('không kèm chứng thư của người ký. Hãy bổ sung chứng thư ấy rồi kiểm tra lại.'),
    'unknown',
  ),
  'several-signers': indeterminate(
    signature(
      'chứa nhiều người ký, trong khi chữ ký PDF chỉ được có một, nên không kết luận được.',
    ),
  ),
  'algorithm-not-accepted': indeterminate(
    ({ field, what }) =>
      `Chữ ký ở ô “${field}” dùng thuật toán không được chấp nhận ở đây${what ? ` (${what})` : ''}, nên không kết luận được.`,
    'unknown',
  ),
  'form-not-accepted': indeterminate(
    ({ field, what }) =>
      `Chữ ký ở ô “${field}” ở dạng không kiểm tra được ở đây${what ? ` (${what})` : ''}.`,
    'unknown',
  ),
  'signature-time-unknown': indeterminate(signature('không cho biết thời điểm ký.')),
  'statement-differs': failed(() => 'Nội dung biên nhận khác với nội dung đã ký.', 'modified'),
  'receipt-of-another-file': failed(
    () => 'Biên nhận này là của một tệp khác, không phải tệp đưa ra so.',
  ),

  untrusted: indeterminate(
    certificate(
      'không do tổ chức chứng thực được tin cậy cấp: thiếu chứng thư gốc đáng tin cậy để kiểm tra.',
    ),
  ),
  expired: failed(certificate('đã hết hạn khi ký.')),
  'not-yet-valid': failed(certificate('chưa có hiệu lực khi ký.')),
  'not-for-signing': failed(certificate('không dùng được cho việc này.')),
  'unknown-rule': indeterminate(
    certificate('có quy tắc hoặc thuật toán không được chấp nhận ở đây.'),
  ),
  revoked: failed(certificate('đã bị thu hồi.')),
  'revoked-since': indeterminate(
    certificate(
      'nay đã bị thu hồi; không có dấu thời gian chứng minh chữ ký có từ trước khi thu hồi.',
    ),
  ),
  'revocation-unknown': passed(
    ({ field }) =>
      `Chưa có danh sách thu hồi của tổ chức cấp để kiểm tra chứng thư số ở ô “${field}”.`,
  ),
  'list-out-of-scope': passed(
    ({ field }) =>
      `Danh sách thu hồi đưa ra không dành cho chứng thư số ở ô “${field}”, nên không dùng để kết luận. Hãy bổ sung danh sách đầy đủ của tổ chức cấp.`,
  ),
  'list-ended': passed(
    ({ field }) =>
      `Danh sách thu hồi cho chứng thư số ở ô “${field}” đã hết hạn trước thời điểm ký. Hãy bổ sung danh sách mới của tổ chức cấp.`,
  ),
  'list-unreadable': passed(() => 'Tệp kèm theo một danh sách thu hồi không đọc được; đã bỏ qua.'),
  'expired-since': passed(
    certificate('nay đã hết hạn và không có dấu thời gian chứng minh lúc ký.'),
  ),
  'same-certificate': failed(
    () => 'Dấu của cơ quan được tạo bằng chứng thư của chính người ký, không phải của cơ quan.',
  ),
  'certificate-of-another': failed(
    ({ what, instead }) => `Dấu mang tên “${what}”, không phải “${instead}”.`,
  ),
  'statement-of-another': failed(
    ({ what, instead }) => `Biên nhận ghi nơi gửi là “${instead}” nhưng do “${what}” ký.`,
  ),

  'timestamp-invalid': failed(
    ({ field, what }) => `Dấu thời gian ở ô “${field}” ${what}.`,
    'invalid',
  ),
  'timestamp-differs': failed(
    ({ field }) =>
      `Dấu thời gian ở ô “${field}” không khớp với nội dung: văn bản đã bị sửa sau đó.`,
    'modified',
  ),
  'timestamp-of-another': failed(
    ({ field }) => `Dấu thời gian của chữ ký ở ô “${field}” thuộc chữ ký khác.`,
  ),
  'timestamp-not-judged': indeterminate(
    ({ field, what }) => `Dấu thời gian ở ô “${field}” ${what}, nên không kết luận được.`,
    'unknown',
  ),
  'timestamp-missing': passed(
    () => 'Văn bản chưa có dấu thời gian lưu trữ: thời điểm ký là theo lời người ký.',
  ),
  'timestamp-required': failed(
    () => 'Văn bản chưa có dấu thời gian lưu trữ: thời điểm ký là theo lời người ký.',
  ),
  'not-certified': passed(
    () => 'Chữ ký đầu tiên không khóa nội dung văn bản: phần mềm khác có thể không báo khi bị sửa.',
  ),
  'not-locked': passed(
    () => 'Dấu của cơ quan không khóa số và ngày: phần mềm khác có thể không báo khi bị sửa.',
  ),

  'page-changed': failed(partChanged),
  'page-content-changed': failed(partChanged),
  'attachment-changed': failed(partChanged),
  'metadata-changed': failed(partChanged),
  'object-changed': failed(partChanged),
  'object-removed': failed(afterwards('một phần của tệp đã bị xóa.')),
  'document-rules-changed': failed(
    ({ what }) => `Sau khi ký, quy tắc chung của tệp đã bị thay đổi${what ? ` (${what})` : ''}.`,
  ),
  'root-changed': failed(afterwards('gốc của tệp đã bị thay bằng gốc khác.')),
  'form-changed': failed(afterwards('danh sách các ô chữ ký và ô điền đã bị thay đổi.')),
  'field-moved': failed(({ field }) => `Sau khi ký, ô “${field}” đã bị dời chỗ trên trang.`),
  'field-changed': failed(({ field }) => `Sau khi ký, ô “${field}” đã bị thay đổi.`),
  'field-filled-otherwise': failed(
    ({ field }) => `Sau khi ký, ô “${field}” đã bị sửa khác cách điền thông thường.`,
  ),
  'filled-after-seal': failed(
    ({ what }) => `Sau khi đóng dấu, ${what} của văn bản đã bị thay đổi.`,
  ),
  'appearance-differs': failed(({ field }) => `Chữ hiện ở ô “${field}” không phải giá trị của ô.`),
  'signature-removed': failed(({ field }) => `Chữ ký ở ô “${field}” đã bị gỡ bỏ.`),
  'signature-changed': failed(({ field }) => `Chữ ký ở ô “${field}” đã bị sửa sau khi ký.`),
  'signature-field-changed': failed(
    ({ field }) => `Ô chữ ký “${field}” đã bị thay đổi trái quy tắc.`,
  ),
  'hidden-object': failed(afterwards('tệp được thêm dữ liệu không phần nào dùng đến.')),
  'stray-bytes': failed(() => 'Lần lưu sau khi ký chứa dữ liệu không thuộc phần nào của tệp.'),
  'changed-between-signatures': indeterminate(
    ({ revision }) =>
      `Lần lưu ${revision} có thay đổi sau một chữ ký và được chữ ký sau phủ; tệp không phải của hệ thống này nên chưa rõ thay đổi ấy có được phép không.`,
  ),
  'unsigned-tail': failed(
    () => 'Lần lưu cuối của tệp không được chữ ký hay dấu thời gian nào phủ.',
  ),
} satisfies Record<string, Kind>;

export type FindingCode = keyof typeof KINDS;

export interface Finding {
  code: FindingCode;
  /** `passed` is a remark that leaves the verdict as it is. */
  verdict: Verdict;
  message: string;
  field?: string;
  revision?: number;
}

export function finding(code: FindingCode, details: Details = {}): Finding {
  const { verdict, sentence }: Kind = KINDS[code];
  const { field, revision } = details;
  return {
    code,
    verdict,
    message: sentence(details),
    ...(field !== undefined && { field }),
    ...(revision !== undefined && { revision }),
  };
}

/** What findings of one signature say of the bytes it covers. */
export const integrityOf = ({ code }: Finding): Integrity =>
  (KINDS[code] as Kind).integrity ?? 'intact';
