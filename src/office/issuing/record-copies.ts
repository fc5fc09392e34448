import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { RecordCopy } from '../dispatches/record-copy.entity.ts';
import { keepFile, PDF_MOST, readFile } from '../../platform/files/files.ts';
import { record } from '../journal/journal.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { OfficeArchive } from '../signing-keys/office-archive.ts';
import { Issuance } from './issuance.entity.ts';

/** What the short try at issue came to. */
export interface FirstCopy {
  /** Absent when the service did not answer in time. */
  pdf?: Buffer;
  /** Writes it down beside the delivered file, in the transaction that lets the deliveries go. */
  keep(manager: EntityManager, dispatchId: string, deliveredSha256: string): Promise<void>;
}

interface Claimed {
  dispatchId: string;
  officeId: string;
  attempts: number;
}

/** Bản lưu: every delivered file gets its archive timestamp, at issue or as soon as the service is there. */
@Injectable()
export class RecordCopies implements BeforeApplicationShutdown {
  private readonly logger = new Logger(RecordCopies.name);
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: DataSource,
    private readonly archive: OfficeArchive,
  ) {}

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** A short try on a sealed file; no failure of the service is one of the issue. Nothing where none is configured. */
  async first(sealed: Buffer): Promise<FirstCopy | undefined> {
    const service = await this.archive.service();
    if (!service) return undefined;
    const { pdf, problem = null } = await this.attempt(sealed, service.waitSeconds);
    const dueAt = later(service.retrySeconds[0]!);
    return {
      ...(pdf && { pdf }),
      keep: async (manager, dispatchId, deliveredSha256) => {
        const done = pdf && { fileSha256: deliveredSha256, archivedAt: new Date() };
        await manager.insert(RecordCopy, { dispatchId, attempts: 1, dueAt, problem, ...done });
      },
    };
  }

  /** Completes what waits for the service, one by one; the first failure leaves the rest to the next round. */
  async completeDue(): Promise<void> {
    const service = await this.archive.service();
    if (!service) return;
    const { patienceSeconds, retrySeconds } = service;
    for (;;) {
      const claimed = await this.claim(patienceSeconds + 60);
      if (!claimed) return;
      const { dispatchId, attempts } = claimed;
      const delivered = await this.delivered(dispatchId);
      const { pdf, problem = null } = await this.attempt(delivered, patienceSeconds);
      if (pdf) {
        await this.complete(claimed, delivered, pdf);
        continue;
      }
      const pause = retrySeconds[Math.min(attempts, retrySeconds.length) - 1]!;
      const dueAt = this.stopping.signal.aborted ? new Date() : later(pause);
      await this.database.manager.update(RecordCopy, { dispatchId }, { dueAt, problem });
      return;
    }
  }

  private async attempt(
    pdf: Buffer,
    seconds: number,
  ): Promise<{ pdf: Buffer; problem?: undefined } | { pdf?: undefined; problem: string }> {
    try {
      return { pdf: await this.archive.complete(pdf, seconds, this.stopping.signal) };
    } catch (error) {
      if (error instanceof RuleViolation) return { problem: error.message };
      this.logger.error('no archive timestamp', (error as Error).stack);
      return { problem: BROKEN };
    }
  }

  private async claim(seconds: number): Promise<Claimed | undefined> {
    const [[row]] = await this.database.query<[Claimed[], number]>(
      `UPDATE record_copies copy
       SET attempts = attempts + 1, due_at = now() + make_interval(secs => $1)
       FROM dispatches
       WHERE dispatches.id = dispatch_id AND dispatch_id = (
         SELECT dispatch_id FROM record_copies WHERE file_sha256 IS NULL AND due_at <= now()
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING dispatch_id AS "dispatchId", office_id AS "officeId", attempts`,
      [seconds],
    );
    return row;
  }

  private async delivered(dispatchId: string): Promise<Buffer> {
    const { manager } = this.database;
    const { fileSha256 } = await manager.findOneByOrFail(Issuance, { dispatchId });
    return readFile(manager, fileSha256!, PDF_MOST);
  }

  private async complete(claimed: Claimed, delivered: Buffer, pdf: Buffer): Promise<void> {
    const { dispatchId, officeId, attempts } = claimed;
    if (!pdf.subarray(0, delivered.length).equals(delivered)) {
      throw new Error(`${dispatchId}: the record copy does not begin with what was delivered`);
    }
    await this.database.transaction(async (manager) => {
      const fileSha256 = await keepFile(manager, pdf, 'application/pdf');
      const { affected } = await manager.update(
        RecordCopy,
        { dispatchId, fileSha256: IsNull() },
        { fileSha256, archivedAt: new Date(), problem: null },
      );
      if (affected === 0) return; // another worker was first
      const details = { fileSha256, attempts };
      await record(manager, { officeId, id: null }, 'archived', dispatchId, details, {}, [
        ['record_copies', 'dispatch_id', dispatchId],
      ]);
    });
  }
}

const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

const BROKEN =
  'Hệ thống gặp lỗi khi thêm dấu thời gian. Hệ thống sẽ thử lại; nếu còn lỗi, báo quản trị viên.';
