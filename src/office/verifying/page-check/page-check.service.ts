import { Injectable } from '@nestjs/common';
import { classifiedToday } from '../../../engines/page/secrecy.ts';
import type { PageCheck } from '../../../engines/page/page-rules/check-pdf.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { PageCheckThread } from './page-check-thread.ts';

export const MOST_BYTES = 20_000_000;

/** What multer hands over. */
export interface SentFile {
  originalname: string;
  buffer: Buffer;
}

export interface CheckedFile extends PageCheck {
  name: string;
}

/** Readers look for the header in the first 1024 bytes. */
const HEADER_WITHIN = 1024;

/** Kiểm tra thể thức of a file that somebody of the office sends in; it is read, answered for and forgotten. */
@Injectable()
export class PageCheckService {
  constructor(private readonly thread: PageCheckThread) {}

  async check(file: SentFile | undefined): Promise<CheckedFile> {
    if (!file?.buffer.length) {
      throw new InvalidInput([{ path: 'file', message: 'Chọn một tệp PDF rồi bấm Kiểm tra.' }]);
    }
    if (!file.buffer.subarray(0, HEADER_WITHIN).includes('%PDF-')) {
      throw new RuleViolation('not-a-pdf');
    }
    const { isClassified, ...checked } = await this.thread.check(file.buffer);
    if (isClassified) throw new RuleViolation('classified', classifiedToday());
    // Browsers send the name in UTF-8, multer reads it as Latin-1.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8').normalize('NFC');
    return { name: name.slice(0, 200), ...checked };
  }
}
