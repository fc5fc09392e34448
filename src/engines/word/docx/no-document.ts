/** A file that is no .docx that can be read; the words are for whoever sent it. */
export class NoDocument extends Error {
  override name = 'NoDocument';
  constructor(
    message: string,
    readonly isClassified = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const DAMAGED =
  'Tệp hỏng hoặc không phải Word (.docx). Mở bằng Word, lưu lại thành .docx rồi gửi.';
export const TOO_LARGE =
  'Nội dung bên trong tệp lớn bất thường nên không đọc. Chép phần cần dùng sang một tệp Word mới rồi gửi.';
