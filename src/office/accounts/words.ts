import type { Scope } from './api-keys/api-key.entity.ts';
import type { Session } from './session.entity.ts';

export const SCOPE_NAMES: Record<Scope, string> = {
  read: 'Đọc văn bản, tiến độ, danh bạ',
  draft: 'Soạn, sửa và trình văn bản',
  issue: 'Phát hành văn bản đã ký',
  directory: 'Nhập danh bạ',
};

export const HOW_NAMES: Record<Session['how'], string> = {
  password: 'mật khẩu',
  passkey: 'khóa truy cập',
  openid: 'tài khoản cơ quan',
};

/** Verbs of the journal about an account. */
export const EVENT_NAMES: Record<string, string> = {
  'person-opened': 'Mở tài khoản',
  'person-changed': 'Đổi chức vụ, đơn vị hoặc vai trò',
  'person-left': 'Đóng tài khoản',
  invited: 'Gửi thư mời',
  'invitation-accepted': 'Đặt mật khẩu theo thư mời',
  'reset-sign-in': 'Đặt lại cách đăng nhập',
  'sign-in-paused': 'Tạm dừng đăng nhập vì sai mật khẩu quá nhiều',
  'password-changed': 'Đổi mật khẩu',
  'second-factor-on': 'Bật xác thực hai lớp',
  'second-factor-off': 'Tắt xác thực hai lớp',
  'recovery-codes-renewed': 'Tạo mã dự phòng mới',
  'recovery-code-used': 'Dùng một mã dự phòng',
  'passkey-added': 'Thêm khóa truy cập',
  'passkey-removed': 'Xóa khóa truy cập',
  'openid-linked': 'Nối với tài khoản đăng nhập chung',
  'key-made': 'Tạo khóa cho phần mềm',
  'key-revoked': 'Thu hồi khóa cho phần mềm',
};

const BROWSERS: [mark: RegExp, name: string][] = [
  [/Edg\//, 'Edge'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/Chrome\//, 'Chrome'],
  [/Firefox\//, 'Firefox'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: [mark: RegExp, name: string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome trên Windows`; browsers claim to be each other, so the first mark counts. */
export function deviceName(userAgent: string): string {
  const find = (marks: [RegExp, string][]) => marks.find(([mark]) => mark.test(userAgent))?.[1];
  const names = [find(BROWSERS), find(SYSTEMS)].filter(Boolean);
  return names.join(' trên ') || 'Phần mềm';
}
