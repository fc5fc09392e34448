import type { Upload } from './verified.ts';
import { HttpException } from '@nestjs/common';

export const MOST_BYTES = 10_000_000;

/** What multer hands over. */
export interface MulterFile {
  originalname: string;
  buffer: Buffer;
}

/** A file that is not looked at, or not now; the words are for whoever sent it. */
export class UploadRefused extends HttpException {
  override name = 'UploadRefused';
  constructor(status: number, message: string) {
    super(message, status);
  }
}

/** Readers look for the header in the first 1024 bytes. */
const HEADER_WITHIN = 1024;

/** The uploaded file, judged by its content and not by its name. */
export function readUpload(file: MulterFile | undefined): Upload {
  if (!file?.buffer.length) throw new UploadRefused(422, 'Hãy chọn một tệp PDF rồi bấm Kiểm tra.');
  if (!file.buffer.subarray(0, HEADER_WITHIN).includes('%PDF-')) {
    throw new UploadRefused(
      415,
      'Đây không phải tệp PDF. Hãy chọn tệp PDF gốc đã nhận được, không phải ảnh chụp hay bản quét.',
    );
  }
  // Browsers send the name in UTF-8, multer reads it as Latin-1.
  const name = Buffer.from(file.originalname, 'latin1').toString('utf8').normalize('NFC');
  return { name: name.slice(0, 200), bytes: file.buffer };
}
