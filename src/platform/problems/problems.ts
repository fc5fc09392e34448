import { ADMINISTRATION } from './administration-problems.ts';
import { DIRECTORY } from './directory-problems.ts';
import { PDF } from './pdf-problems.ts';
import { PEOPLE, SIGNING_IN } from './people-problems.ts';
import { refused } from './refused.ts';
import { ENTERED, RECEIVING, SENDING } from './sent-problems.ts';

/** The request. */
const REQUEST = {
  'too-deep': {
    status: 400,
    sentence: 'Dữ liệu gửi lên lồng nhau quá sâu nên không đọc. Xem lại cấu trúc ở /api/docs.',
  },
  'invalid-input': { status: 422, sentence: 'Có chỗ cần sửa.' },
  'too-many-tries': { status: 429, sentence: 'Thử quá nhiều lần. Chờ rồi thử lại.' },
  'too-large': { status: 413, sentence: 'Dữ liệu gửi lên quá lớn.' },
  'file-damaged': {
    status: 500,
    sentence: 'Tệp đã lưu không còn nguyên vẹn nên không dùng được. Báo quản trị viên khôi phục.',
  },
} as const;

/** The place where files are kept. */
const FILES = {
  'store-unknown': {
    status: 500,
    sentence: 'Tệp nằm trong kho mà S3_URL không nói tới. Báo quản trị viên đặt lại S3_URL.',
  },
  'store-refuses': {
    status: 500,
    sentence: 'Kho tệp từ chối. Báo quản trị viên kiểm tra S3_URL và quyền của khóa.',
  },
} as const;

/** Files sent in. */
const UPLOADS = {
  'not-scanned': refused(
    'Chưa quét được mã độc nên chưa nhận tệp. Thử lại sau ít phút hoặc báo quản trị viên.',
  ),
  virus: refused('Tệp có mã độc nên không được nhận. Kiểm tra lại máy gửi tệp.'),
  'encrypted-file': refused(
    'Tệp đặt mật khẩu nên bộ quét mã độc không xem được và không được nhận. Bỏ mật khẩu của tệp rồi tải lại.',
  ),
  'larger-than-scanner': refused(
    'Tệp vượt giới hạn của bộ quét mã độc nên không được nhận; thử lại cũng không được. Gửi tệp nhỏ hơn.',
  ),
  'not-text': refused(
    'Tệp không phải văn bản CSV mã UTF-8. Trong Excel, lưu thành “CSV UTF-8” rồi tải lại.',
  ),
  'unknown-file-type': refused(
    'Chỉ đính kèm được ảnh (PNG, JPEG), PDF hoặc tệp ghi âm (MP3, M4A, OGG).',
  ),
} as const;

/** A page cannot be made from these words. */
const PAGE = {
  'missing-glyph': refused('Phông chữ của văn bản không có một ký tự. Bỏ đi hoặc viết bằng chữ.'),
  'number-form': refused('Số văn bản chỉ ghi chữ số Ả Rập, từ 01, nhiều nhất sáu chữ số.'),
  'date-form': refused('Ngày ban hành không phải là một ngày có thật.'),
  'empty-component': refused('Dự thảo còn thiếu một thành phần thể thức.'),
  'table-too-wide': refused(
    'Bảng rộng hơn trang giấy. Tách thành nhiều bảng hoặc đưa vào phụ lục.',
  ),
  'component-too-long': refused('Một thành phần thể thức dài hơn chỗ của nó trên trang.'),
  'page-not-made': refused('Chưa dựng được trang văn bản. Thử lại sau ít phút.'),
  'font-unreadable': refused('Không đọc được tệp phông chữ.'),
} as const;

/** Drafting and submitting. */
const DRAFTING = {
  classified: refused('Văn bản có dấu chỉ độ mật không soạn, gửi trên hệ thống này.'),
  'not-editable': refused(
    'Dự thảo đã trình ký nên không sửa được nữa. Cần sửa thì người trình rút lại, hoặc nhờ người ký trả lại.',
  ),
  'edited-meanwhile': refused(
    'Người khác vừa lưu dự thảo này. Mở lại để xem bản mới trước khi làm tiếp.',
  ),
  'former-not-issued': refused(
    'Văn bản chưa phát hành thì sửa thẳng dự thảo, không cần thay thế hay đính chính.',
  ),
  'reading-not-yours': refused(
    'Văn bản đã trình ký: chỉ người ký và văn thư đổi được ai được đọc. Nhờ họ đổi giúp.',
  ),
  'restricted-template': refused(
    'Văn bản hạn chế đọc không giữ làm mẫu được, vì mẫu thì cả cơ quan dùng. Dùng “Soạn theo văn bản này”.',
  ),
  'preflight-failed': refused('Văn bản còn lỗi nên chưa trình ký, chưa phát hành được.'),
  'layout-check-failed': refused('Thể thức còn chỗ sai nên chưa trình ký được.'),
  'already-submitted': refused(
    'Văn bản này đã được trình ký. Cần sửa thì người trình rút lại, hoặc nhờ người ký trả lại.',
  ),
} as const;

/** Returning, numbering and signing. */
const DESK = {
  'not-returnable': refused('Chỉ trả lại được văn bản đang chờ ký, hoặc đã ký mà chưa phát hành.'),
  'not-the-submitter': refused(
    'Văn bản do người khác trình. Nhờ người ấy rút lại, hoặc nhờ người ký trả lại.',
  ),
  'numbered-already': refused(
    'Văn bản đã có số nên không tự rút lại được. Nhờ văn thư hoặc người ký trả lại.',
  ),
  'not-on-this-desk': refused('Văn bản không ở bước của bạn nên bạn không trả lại được.'),
  'not-submitted': refused('Văn bản không còn chờ ký. Mở văn bản để xem trạng thái mới nhất.'),
  'not-the-signatory': refused(
    'Văn bản này do người khác ký. Liên hệ người soạn nếu cần đổi người ký.',
  ),
  'no-signatory': refused('Chưa chọn người ký.'),
  'mandate-not-yet-valid': refused('Thẩm quyền ký chưa có hiệu lực.'),
  'mandate-expired': refused('Thẩm quyền ký đã hết hiệu lực.'),
  'mandate-unlimited': refused(
    'Ủy quyền phải giới hạn cả thời hạn và nội dung (khoản 3 Điều 13 Nghị định 30).',
  ),
  'outside-mandate': refused('Thẩm quyền ký không gồm văn bản này.'),
  'not-numbered': refused('Văn bản chưa có số. Văn thư lấy số trước khi ký.'),
  'number-outdated': refused('Số đã lấy không còn dùng được. Văn thư lấy số lại.'),
  'numbered-at-issue': refused(
    'Cơ quan này lấy số khi phát hành. Ký xong, văn thư bấm Phát hành để lấy số.',
  ),
  restarting: refused('Hệ thống đang khởi động lại. Thử lại sau ít phút.'),
} as const;

/** Keys, certificates, timestamps and what is signed with them. */
const SIGNING = {
  'key-unreadable': refused('Không đọc được khóa ký.'),
  'key-refused': refused('Khóa ký từ chối ký.'),
  'key-unsupported': refused('Loại khóa này chưa dùng được.'),
  'signature-mismatch': refused('Chữ ký vừa tạo không khớp chứng thư số.'),
  'certificate-unreadable': refused('Không đọc được chứng thư số.'),
  'certificate-not-yet-valid': refused('Chứng thư số chưa có hiệu lực.'),
  'certificate-expired': refused('Chứng thư số đã hết hạn.'),
  'certificate-revoked': refused('Chứng thư số đã bị thu hồi.'),
  'certificate-of-another': refused('Chứng thư số của người hoặc cơ quan khác.'),
  'certificate-untrusted': refused('Chứng thư số không do tổ chức tin cậy cấp.'),
  'certificate-not-for-signing': refused('Chứng thư số không dùng để ký được.'),
  'timestamp-unavailable': refused('Chưa lấy được dấu thời gian. Thử lại sau ít phút.'),
  'timestamp-refused': refused('Dịch vụ dấu thời gian từ chối.'),
  'timestamp-untrusted': refused('Dấu thời gian không đáng tin cậy.'),
  'revocation-list-unreadable': refused('Không đọc được danh sách chứng thư bị thu hồi.'),
  'revocation-unavailable': refused('Chưa biết được chứng thư số có bị thu hồi hay không.'),
  'signing-service-unavailable': refused('Dịch vụ ký số chưa trả lời. Thử lại sau ít phút.'),
  'signing-service-refused': refused('Dịch vụ ký số từ chối.'),
  'bridge-refused': refused('Phần mềm ký số trên máy từ chối ký.'),
  'bridge-changed-file': refused('Phần mềm ký số trên máy trả về tệp khác tệp đã gửi đi.'),
  'unreadable-pdf': refused('Không đọc được tệp PDF.'),
  'encrypted-pdf': refused('Tệp PDF đặt mật khẩu.'),
  'field-missing': refused('Tệp PDF không có ô cần điền hoặc ô ký.'),
  'field-taken': refused('Ô ký đã có chữ ký.'),
  'file-locked': refused('Chữ ký trước không cho thay đổi tệp nữa.'),
  'not-signed-first': refused('Tệp chưa có chữ ký của người có thẩm quyền.'),
  'glyph-missing': refused('Phông chữ của tệp thiếu ký tự cần in.'),
  'value-too-long': refused('Nội dung dài hơn chỗ dành sẵn trên trang.'),
  'placeholder-too-small': refused('Chỗ dành sẵn cho chữ ký không đủ.'),
  'not-prepared': refused('Tệp chưa được chuẩn bị để ký.'),
  'image-unreadable': refused('Không đọc được ảnh.'),
} as const;

/**
 * Every named problem that the API answers with (`type` of RFC 9457): its HTTP status and what it
 * means, in Vietnamese. The answer's `title` may say the same with names and numbers. A problem of
 * type `about:blank` has no more to say than its status.
 */
export const PROBLEMS = {
  ...REQUEST,
  ...FILES,
  ...SIGNING_IN,
  ...UPLOADS,
  ...PEOPLE,
  ...DIRECTORY,
  ...PAGE,
  ...PDF,
  ...ADMINISTRATION,
  ...DRAFTING,
  ...DESK,
  ...SIGNING,
  ...SENDING,
  ...RECEIVING,
  ...ENTERED,
} as const satisfies Record<string, { status: number; sentence: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export type SigningProblem = keyof typeof SIGNING;
export type PageProblem = keyof typeof PAGE;

const codesOf = <T extends object>(group: T) => Object.keys(group) as (keyof T)[];

/** What any route may answer that makes a page, has a key sign or takes a file. */
export const PAGE_PROBLEMS = codesOf(PAGE);
export const SIGNING_PROBLEMS = codesOf(SIGNING);
export const UPLOAD_PROBLEMS = codesOf(UPLOADS);
export const PDF_PROBLEMS = codesOf(PDF);

/** What keeps a dispatch from being signed, whoever's key it is. */
const NOT_TO_BE_SIGNED = [
  'edited-meanwhile',
  'signatory-left',
  'mandate-expired',
  'mandate-not-yet-valid',
  'mandate-unlimited',
  'no-signatory',
  'not-numbered',
  'not-submitted',
  'not-the-signatory',
  'number-outdated',
  'outside-mandate',
  'letterhead-changed',
] as const satisfies ProblemCode[];

/** For routes that sign a dispatch: the act, its page and the key. */
export const SIGNATURE_PROBLEMS: ProblemCode[] = [
  ...NOT_TO_BE_SIGNED,
  ...PAGE_PROBLEMS,
  ...SIGNING_PROBLEMS,
];
