import type { DeliveryAttempt } from '../delivery-attempt.entity.ts';
import type { Cause } from '../bounces/rules/rule.ts';

export const TOO_LARGE = 'Thư quá lớn so với mức máy chủ nhận. Chuyển văn bản bằng cách khác.';

/** What class 4 of a status code says otherwise than class 5. */
export const FOR_NOW: [RegExp, string][] = [
  [/^2\.1$/, 'Hộp thư tạm thời chưa nhận được thư.'],
  [/^7\./, 'Máy chủ thư hoãn nhận, thường để chống thư rác.'],
];

/** By enhanced status code (RFC 3463), the first digit left out; the longer key goes first. */
export const BY_STATUS: [RegExp, string][] = [
  [/^1\.[136]$/, 'Hộp thư này không có hoặc không còn dùng. Kiểm tra địa chỉ với cơ quan nhận.'],
  [/^1\.2$/, 'Tên miền của địa chỉ không nhận thư. Kiểm tra phần sau dấu @.'],
  // RFC 7505 says it of a domain, Exchange of a mailbox.
  [/^1\.10$/, 'Máy chủ nhận không có địa chỉ này. Kiểm tra cả phần trước và sau dấu @.'],
  [/^1\.[78]$/, 'Máy chủ thư không chấp nhận địa chỉ người gửi. Báo quản trị viên.'],
  [/^1\.0$/, 'Máy chủ thư không chấp nhận địa chỉ này. Kiểm tra địa chỉ với cơ quan nhận.'],
  [/^2\.1$/, 'Hộp thư đã bị khóa. Liên hệ cơ quan nhận.'],
  [/^2\.2$/, 'Hộp thư đầy. Đề nghị cơ quan nhận dọn hộp thư.'],
  [/^(2\.3|3\.4)$/, TOO_LARGE],
  [/^3\.1$/, 'Máy chủ thư hết chỗ chứa.'],
  [/^3\./, 'Máy chủ thư đang có trục trặc.'],
  [/^4\./, 'Máy chủ thư không liên lạc được với máy chủ của nơi nhận.'],
  [/^7\.1$/, 'Máy chủ thư từ chối theo quy định của họ. Liên hệ cơ quan nhận.'],
  [/^7\.(20|23|24|25|26|27)$/, 'Máy chủ thư không xác thực được tên miền gửi. Báo quản trị viên.'],
  [/^7\./, 'Máy chủ thư từ chối vì lý do an ninh. Báo quản trị viên.'],
];

/** What a failure is about, where its words say otherwise than its code. */
export const BY_CAUSE: Partial<Record<Cause, string>> = {
  recipient: 'Địa chỉ này không có hoặc không còn dùng. Kiểm tra địa chỉ với cơ quan nhận.',
  'mailbox-full': 'Hộp thư đầy. Đề nghị cơ quan nhận dọn hộp thư.',
  'too-large': TOO_LARGE,
  ourselves:
    'Máy chủ thư không chấp nhận bên gửi (địa chỉ, tên miền hoặc máy chủ gửi). Báo quản trị viên.',
  rate: 'Máy chủ thư hạn chế số thư gửi trong một khoảng thời gian. Gửi lại sau.',
  policy: 'Máy chủ thư từ chối theo quy định của họ. Liên hệ cơ quan nhận.',
};

export const BY_CODE: Record<number, string> = {
  421: 'Máy chủ thư đang bận.',
  450: 'Hộp thư tạm thời chưa nhận được thư.',
  451: 'Máy chủ thư tạm thời chưa nhận.',
  452: 'Máy chủ thư hết chỗ chứa.',
  550: 'Máy chủ thư không nhận thư cho địa chỉ này. Kiểm tra địa chỉ với cơ quan nhận.',
  551: 'Hộp thư này không còn ở máy chủ đó. Kiểm tra địa chỉ với cơ quan nhận.',
  552: 'Thư quá lớn hoặc hộp thư đầy. Liên hệ cơ quan nhận.',
  553: 'Máy chủ thư không chấp nhận địa chỉ này. Kiểm tra địa chỉ.',
  554: 'Máy chủ thư từ chối thư này. Liên hệ cơ quan nhận.',
};

const CUT_OFF =
  'Máy chủ thư ngắt, im lặng hoặc trả lời sai quy cách giữa chừng. Báo quản trị viên nếu lặp lại.';

export const BY_STAGE: Record<DeliveryAttempt['stage'], string> = {
  endpoint: 'Hệ thống của nơi nhận không trả lời hoặc không kết nối được.',
  answer: 'Hệ thống của nơi nhận không trả lời.',
  address: 'Địa chỉ này không gửi thư tới được. Sửa địa chỉ rồi gửi lại.',
  connection: 'Không kết nối được với máy chủ thư. Báo quản trị viên nếu kéo dài.',
  login: 'Máy chủ thư không chấp nhận tài khoản gửi. Báo quản trị viên.',
  sender: CUT_OFF,
  recipient: CUT_OFF,
  message: CUT_OFF,
  reply: 'Máy chủ thư đã nhận đủ thư nhưng không trả lời, nên chưa chắc đã nhận.',
};
