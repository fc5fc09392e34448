import { Injectable, Logger, Optional, type OnApplicationShutdown } from '@nestjs/common';
import {
  BoundedThread,
  NotDone,
  type Bounds,
  type WhyNotDone,
} from '../../../platform/process/bounded-thread.ts';
import type { CheckedPage } from '../../../engines/page/page-rules/check-pdf.ts';
import { MOST_PAGES } from '../../../engines/page/page-rules/most-pages.ts';
import type { Unreadable } from '../../../engines/page/page-rules/reading/read-pdf.ts';
import type { ProblemCode } from '../../../platform/problems/problems.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';

export type PageCheckAnswer =
  | { checked: CheckedPage; unreadable?: undefined }
  | { checked?: undefined; unreadable: Unreadable };

/** Two hundred pages of text take a tenth of the time. */
const BOUNDS = { longestMs: 20_000, mostWaiting: 8, memoryMb: 512 };

/** Reads PDFs in a thread of its own: the files come from strangers. */
@Injectable()
export class PageCheckThread implements OnApplicationShutdown {
  private readonly logger = new Logger(PageCheckThread.name);
  private readonly thread: BoundedThread<Uint8Array, PageCheckAnswer>;

  constructor(@Optional() private readonly bounds: Bounds = BOUNDS) {
    this.thread = new BoundedThread(new URL('./page-check-worker.ts', import.meta.url), bounds);
  }

  /** Throws `RuleViolation` for what cannot be read, or not now. */
  async check(pdf: Uint8Array): Promise<CheckedPage> {
    const { checked, unreadable } = await this.thread.run(pdf).catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      if (error.why !== 'busy') this.logger.warn(`A PDF could not be read: ${error.message}`);
      throw new RuleViolation('pdf-not-read', NOT_DONE[error.why](this.bounds));
    });
    if (checked) return checked;
    throw new RuleViolation(...UNREADABLE[unreadable]);
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.stop();
  }
}

const UNREADABLE: Record<Unreadable, [ProblemCode, string?]> = {
  broken: ['pdf-broken'],
  locked: ['pdf-locked'],
  'too-many-pages': [
    'pdf-too-long',
    `Tệp có hơn ${MOST_PAGES} trang, nhiều hơn mức đọc được một lần. Tách phần văn bản chính ra một tệp PDF rồi gửi tệp đó.`,
  ],
};

const NOT_DONE: Record<WhyNotDone, (bounds: Bounds) => string> = {
  busy: () => 'Đang có nhiều tệp chờ đọc. Chờ một phút rồi gửi lại.',
  slow: ({ longestMs }) =>
    `Tệp chưa đọc xong trong ${longestMs / 1000} giây nên máy đã dừng: tệp quá phức tạp, hoặc máy chủ đang bận. Gửi lại sau ít phút; nếu vẫn vậy, tách phần văn bản chính ra một tệp PDF rồi gửi tệp đó.`,
  memory: () =>
    'Tệp có nhiều nội dung hơn mức đọc được một lần. Tách phần văn bản chính ra một tệp PDF rồi gửi tệp đó.',
  failed: () =>
    'Cấu trúc của tệp này bất thường nên không đọc được. Xuất lại tệp PDF từ phần mềm soạn thảo rồi gửi lại.',
};
