import { Injectable, Logger, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { BoundedThread, NotDone, type Bounds } from '../../platform/process/bounded-thread.ts';
import type { Trust } from '../signing-keys/office-signatures.ts';
import type { VerificationReport } from '../../engines/signatures/verification/report.ts';
import { UploadRefused } from './upload.ts';

export interface VerificationJob {
  pdf: Uint8Array;
  trust: Trust;
  agency?: string;
}

/** Our largest dispatches take a sixth of the time. */
const BOUNDS = { longestMs: 3_000, mostWaiting: 16, memoryMb: 256 };

/** Verifies in a thread of its own: the files come from strangers. */
@Injectable()
export class VerificationThread implements OnApplicationShutdown {
  private readonly logger = new Logger(VerificationThread.name);
  private readonly thread: BoundedThread<VerificationJob, VerificationReport>;

  constructor(@Optional() private readonly bounds: Bounds = BOUNDS) {
    this.thread = new BoundedThread(new URL('./verification-worker.ts', import.meta.url), bounds);
  }

  /** Throws `UploadRefused` when too many are waiting, and for a file that goes beyond the bounds. */
  async verify(job: VerificationJob): Promise<VerificationReport> {
    try {
      return await this.thread.run(job);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      if (error.why === 'busy') throw busy();
      this.logger.warn(`A file could not be verified: ${error.message}`);
      throw error.why === 'slow' ? tooSlow(this.bounds) : tooHard();
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.stop();
  }
}

const busy = () =>
  new UploadRefused(503, 'Đang có nhiều người kiểm tra cùng lúc. Chờ một phút rồi gửi lại tệp.');

const tooSlow = ({ longestMs }: Bounds) =>
  new UploadRefused(
    422,
    `Tệp chưa kiểm tra xong trong ${longestMs / 1000} giây nên máy đã dừng: tệp quá lớn hoặc quá phức tạp, hoặc máy chủ đang bận. Điều này không nói lên tệp thật hay giả. Gửi lại sau ít phút; nếu vẫn vậy, hỏi nơi phát hành.`,
  );

const tooHard = () =>
  new UploadRefused(
    422,
    'Cấu trúc của tệp này bất thường nên không kiểm tra được. Hãy lấy lại tệp gốc từ nơi phát hành.',
  );
