import { Injectable, Logger, Optional, type OnApplicationShutdown } from '@nestjs/common';
import {
  BoundedThread,
  NotDone,
  type Bounds,
  type WhyNotDone,
} from '../../../platform/process/bounded-thread.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { AgencyFile } from './agency-file.ts';
import type { FileAnswer } from './agency-file-worker.ts';

/** 20,000 agencies with all columns take a tenth of the time. */
const BOUNDS = { longestMs: 15_000, mostWaiting: 8, memoryMb: 384 };

/** Reads lists of agencies in a thread of its own: a spreadsheet may unpack to anything. */
@Injectable()
export class AgencyFiles implements OnApplicationShutdown {
  private readonly logger = new Logger(AgencyFiles.name);
  private readonly thread: BoundedThread<Uint8Array, FileAnswer>;

  constructor(@Optional() private readonly bounds: Bounds = BOUNDS) {
    this.thread = new BoundedThread(new URL('./agency-file-worker.ts', import.meta.url), bounds);
  }

  /** Throws `InvalidInput` with the faults of the file. */
  async read(bytes: Uint8Array): Promise<AgencyFile> {
    const { read, faults, violation } = await this.thread.run(bytes).catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      if (error.why !== 'busy') this.logger.warn(`A list could not be read: ${error.message}`);
      return refused(REFUSALS[error.why](this.bounds));
    });
    if (violation) throw new RuleViolation(violation.code, violation.message);
    if (!read) throw new InvalidInput(faults ?? []);
    return read;
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.stop();
  }
}

const refused = (message: string): FileAnswer => ({ faults: [{ path: 'lines.1', message }] });

const REFUSALS: Record<WhyNotDone, (bounds: Bounds) => string> = {
  busy: () => 'Đang có nhiều tệp chờ đọc. Chờ một phút rồi gửi lại.',
  slow: ({ longestMs }) =>
    `Tệp chưa đọc xong trong ${longestMs / 1000} giây nên máy đã dừng: danh sách quá dài, hoặc máy chủ đang bận. Gửi lại sau ít phút; nếu vẫn vậy, chia danh sách thành nhiều tệp rồi gửi từng tệp.`,
  memory: () =>
    'Tệp có nhiều nội dung hơn mức đọc được một lần. Chép riêng danh sách sang một tệp mới, hoặc chia thành nhiều tệp rồi gửi từng tệp.',
  failed: () =>
    'Cấu trúc của tệp này bất thường nên không đọc được. Chép riêng danh sách sang một tệp mới rồi gửi.',
};
