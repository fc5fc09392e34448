import { BoundedThread, type Bounds } from '../../../platform/process/bounded-thread.ts';
import type { DeliveryReportMail } from './read-report.ts';

export interface ReportJob {
  raw: Uint8Array;
  /** Whom we wrote to, for each delivery that the mail came back to. */
  writtenTo: (string | undefined)[];
}

/** What a mail says; a report for each of `writtenTo`, where it is one. */
export interface ReadMail {
  subject: string;
  messageId: string;
  reports: (DeliveryReportMail | undefined)[];
}

const BOUNDS = { longestMs: 20_000, mostWaiting: 100, memoryMb: 256 };

/** Reads what comes back in a thread of its own: anybody who had a mail of ours can write to its return address. */
export class ReportThread extends BoundedThread<ReportJob, ReadMail> {
  constructor(bounds: Bounds = BOUNDS) {
    super(new URL('./report-worker.ts', import.meta.url), bounds);
  }
}
