import { SigningError } from '../signing-error.ts';

export function unreadable(why: string): SigningError {
  return new SigningError(
    'unreadable-pdf',
    `Không đọc chắc chắn được tệp PDF: ${why}. Hãy lấy lại tệp gốc từ nơi phát hành.`,
  );
}
