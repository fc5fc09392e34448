import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { BoundedThread, NotDone } from '../bounded-thread.ts';
import { RuleViolation } from '../rule-violation.ts';
import { InvalidInput } from '../web/invalid-input.ts';
import type { AgencyFile } from './agency-file.ts';
import type { FileAnswer } from './agency-file-worker.ts';

/** 20,000 agencies with all columns take a tenth of the time. */
const BOUNDS = { longestMs: 15_000, mostWaiting: 8, memoryMb: 384 };

/** Reads lists of agencies in a thread of its own: a spreadsheet may unpack to anything. */
@Injectable()
export class AgencyFiles implements OnApplicationShutdown {
  private readonly logger = new Logger(AgencyFiles.name);
  private readonly thread = new BoundedThread<Uint8Array, FileAnswer>(
    new URL('./agency-file-worker.ts', import.meta.url),
    BOUNDS,
  );

  /** Throws `InvalidInput` with the faults of the file. */
  async read(bytes: Uint8Array): Promise<AgencyFile> {
    const { read, faults, violation } = await this.thread.run(bytes).catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      if (!error.isBusy) this.logger.warn(`A list could not be read: ${error.message}`);
      return refused(error.isBusy ? BUSY : TOO_HARD);
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

const BUSY = 'Đang có nhiều tệp chờ đọc. Chờ một phút rồi gửi lại.';
const TOO_HARD =
  'Cấu trúc của tệp này bất thường nên không đọc được. Chép riêng danh sách sang một tệp mới rồi gửi.';
