import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { BoundedThread, NotDone } from '../../bounded-thread.ts';
import { RuleViolation } from '../../rule-violation.ts';
import { InvalidInput } from '../../web/invalid-input.ts';
import type { ImportResult } from './import-worker.ts';
import type { ReadDocument } from './read-docx.ts';

const BOUNDS = { longestMs: 30_000, mostWaiting: 8, memoryMb: 256 };

/** Reads drafts of Word in a thread of its own: a file may be anything. */
@Injectable()
export class ImportThread implements OnApplicationShutdown {
  private readonly logger = new Logger(ImportThread.name);
  private readonly thread = new BoundedThread<Uint8Array, ImportResult>(
    new URL('./import-worker.ts', import.meta.url),
    BOUNDS,
  );

  /** Throws `InvalidInput` with words for whoever sent the file; refuses one with a secrecy mark. */
  async read(bytes: Uint8Array): Promise<ReadDocument> {
    const { read, refused, isClassified } = await this.thread.run(bytes).catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      if (!error.isBusy) this.logger.warn(`A draft could not be read: ${error.message}`);
      return { read: undefined, refused: error.isBusy ? BUSY : TOO_HARD, isClassified: false };
    });
    if (read) return read;
    if (isClassified) throw new RuleViolation('classified', refused);
    throw new InvalidInput([{ path: 'file', message: refused }]);
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.stop();
  }
}

const BUSY = 'Đang có nhiều tệp chờ đọc. Chờ một phút rồi gửi lại.';
const TOO_HARD =
  'Cấu trúc của tệp này bất thường nên không đọc được. Chép nội dung sang một tệp Word mới rồi gửi.';
