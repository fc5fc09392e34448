import { SigningError } from '../signing-error.ts';
import { EXPORT_AGAIN, keyFileFault } from './key-file-kind.ts';

/** Names what is not supported where that is the reason, and the password only where nothing else is left. */
export function unreadableKey(file: Uint8Array, isPassword: boolean): SigningError {
  const fault = keyFileFault(file);
  if (fault) return unsupported(fault.what, fault.remedy);
  if (!isPassword) return unsupported('được viết theo cách chưa đọc được', EXPORT_AGAIN);
  // The cause is dropped: it may quote what it could not read.
  return new SigningError(
    'key-unreadable',
    'Không mở được tệp khóa PKCS#12: mật khẩu không đúng. Hãy kiểm tra mật khẩu đã cấu hình cho tệp .p12/.pfx này rồi ký lại.',
  );
}

/** A file that the password opens may hold half of what is needed. */
export function requireBoth(keys: readonly unknown[], certificates: readonly unknown[]): void {
  if (keys.length === 0) throw unsupported('không có khóa riêng nào', WITH_KEY_AND_CERTIFICATE);
  if (certificates.length === 0) {
    throw unsupported('không có chứng thư số nào', WITH_KEY_AND_CERTIFICATE);
  }
}

const WITH_KEY_AND_CERTIFICATE =
  'Xuất lại tệp .p12/.pfx có cả khóa riêng (RSA hoặc ECDSA P-256) và chứng thư số của khóa ấy.';

const unsupported = (what: string, remedy: string) =>
  new SigningError('key-unsupported', `Tệp khóa ${what}. ${remedy}`);

/** The file of the key or of its password cannot be read at all. */
export function missingKeyFile(path: string, error: NodeJS.ErrnoException): SigningError {
  const why =
    { ENOENT: 'không có tệp ấy', EACCES: 'không có quyền đọc', EISDIR: 'đó là thư mục' }[
      error.code ?? ''
    ] ?? `lỗi ${error.code}`;
  return new SigningError(
    'key-unreadable',
    `Không đọc được tệp ${path} của khóa ký số: ${why}. Báo quản trị viên đặt lại tệp rồi ký lại.`,
  );
}
