import { Injectable, Logger, Optional, type OnApplicationShutdown } from '@nestjs/common';
import {
  BoundedThread,
  NotDone,
  type Bounds,
  type WhyNotDone,
} from '../../../../platform/process/bounded-thread.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import type { ImportResult } from './import-worker.ts';
import type { ReadDocument } from './read-docx.ts';

const BOUNDS = { longestMs: 30_000, mostWaiting: 8, memoryMb: 256 };

/** Reads drafts of Word in a thread of its own: a file may be anything. */
@Injectable()
export class ImportThread implements OnApplicationShutdown {
  private readonly logger = new Logger(ImportThread.name);
  private readonly thread: BoundedThread<Uint8Array, ImportResult>;

  constructor(@Optional() private readonly bounds: Bounds = BOUNDS) {
    this.thread = new BoundedThread(new URL('./import-worker.ts', import.meta.url), bounds);
  }

  /** Throws `InvalidInput` with words for whoever sent the file; refuses one with a secrecy mark. */
  async read(bytes: Uint8Array): Promise<ReadDocument> {
    const { read, refused, isClassified } = await this.thread.run(bytes).catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      if (error.why !== 'busy') this.logger.warn(`A draft could not be read: ${error.message}`);
      const refused = REFUSALS[error.why](this.bounds);
      return { read: undefined, refused, isClassified: false };
    });
    if (read) return read;
    if (isClassified) throw new RuleViolation('classified', refused);
    throw new InvalidInput([{ path: 'file', message: refused }]);
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.stop();
  }
}

const REFUSALS: Record<WhyNotDone, (bounds: Bounds) => string> = {
  busy: () => 'Đang có nhiều tệp chờ đọc. Chờ một phút rồi gửi lại.',
  slow: ({ longestMs }) =>
    `Tệp chưa đọc xong trong ${longestMs / 1000} giây nên máy đã dừng: tệp quá dài, hoặc máy chủ đang bận. Gửi lại sau ít phút; nếu vẫn vậy, tách phụ lục và bảng dài ra tệp khác, gửi phần nội dung trước rồi chép phần còn lại vào dự thảo.`,
  memory: () =>
    'Tệp có nhiều nội dung hơn mức đọc được một lần. Tách phụ lục và bảng dài ra tệp khác, gửi phần nội dung trước rồi chép phần còn lại vào dự thảo.',
  failed: () =>
    'Cấu trúc của tệp này bất thường nên không đọc được. Chép nội dung sang một tệp Word mới rồi gửi.',
};
