import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { Config } from '../../platform/config/config.ts';
import { coversNumber } from '../dispatches/content.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { pageMoment } from '../dispatches/page-moment.ts';
import type { Signature } from '../dispatches/signature.entity.ts';
import { validSignature, wholeDispatch } from '../dispatches/stored-dispatch.ts';
import { printedDate, printedNumber } from '../../engines/page/printed-number.ts';
import { RenderThread } from '../dispatches/render-thread.ts';
import { openFile, PDF_MOST, readFile } from '../../platform/files/files.ts';
import type { KeptFile } from '../../platform/files/kept-file.ts';
import { OfficeSignatures } from '../signing-keys/office-signatures.ts';
import { Issuance } from './issuance.entity.ts';
import { RecordCopies } from './record-copies.ts';
import { release } from './release-file.ts';

/** A process that misses so many sweeps is taken for dead. */
const MISSED_SWEEPS = 3;

/** The bytes everyone gets: made once after the number is taken, never rendered again. */
@Injectable()
export class OfficialFile {
  private readonly logger = new Logger(OfficialFile.name);

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly renderer: RenderThread,
    private readonly signatures: OfficeSignatures,
    private readonly copies: RecordCopies,
  ) {}

  /**
   * Makes and keeps the official file of an issued dispatch and lets its deliveries go; safe to repeat, and left alone
   * while another process is at it.
   */
  async make(dispatchId: string): Promise<void> {
    if (!(await this.take(dispatchId))) return;
    const renewal = setInterval(() => {
      this.hold(dispatchId).catch((error: Error) => this.logger.warn(error.message));
    }, this.config.sweepSeconds * 1000);
    try {
      await this.makeHeld(dispatchId);
    } finally {
      clearInterval(renewal);
      await this.database.manager.update(Issuance, { dispatchId }, { sealingUntil: null });
    }
  }

  /** What can be shown of a dispatch now: the official file, the signed one, or the page as it would be printed. */
  async best(dispatch: Dispatch): Promise<Buffer | KeptFile> {
    const { manager } = this.database;
    const issuance = await manager.findOneBy(Issuance, { dispatchId: dispatch.id });
    if (issuance?.fileSha256) return openFile(manager, issuance.fileSha256);
    const signature = await validSignature(manager, dispatch.id);
    if (signature?.fileSha256) return openFile(manager, signature.fileSha256);
    return this.rendered(dispatch, issuance?.issuedAt ?? (await pageMoment(manager, dispatch)));
  }

  private async makeHeld(dispatchId: string): Promise<void> {
    const { manager } = this.database;
    const { issuedAt } = await manager.findOneByOrFail(Issuance, { dispatchId });
    const dispatch = await wholeDispatch(manager, dispatchId);
    const signature = await validSignature(manager, dispatchId);
    if (!signature?.fileSha256) {
      const pdf = await this.rendered(dispatch, issuedAt);
      await this.database.transaction((inner) => release(inner, dispatch, pdf));
      return;
    }
    const sealed = await this.sealed(dispatch, signature, issuedAt);
    const copy = await this.copies.first(sealed);
    const pdf = copy?.pdf ?? sealed;
    await this.database.transaction((inner) => release(inner, dispatch, pdf, copy));
  }

  private async sealed(dispatch: Dispatch, signature: Signature, at: Date): Promise<Buffer> {
    const signed = await readFile(this.database.manager, signature.fileSha256!, PDF_MOST);
    const { day, month } = printedDate(vietnamDate(at));
    const number = printedNumber(String(dispatch.number));
    const open = coversNumber(signature, dispatch) ? undefined : { number, day, month };
    return this.signatures.seal(signed, dispatch.office, at, open);
  }

  private async rendered(dispatch: Dispatch, created: Date): Promise<Buffer> {
    return (await this.renderer.render(dispatch, { created })).pdf;
  }

  /** Nothing to take where the file is made, or another process makes it. */
  private async take(dispatchId: string): Promise<boolean> {
    const [rows] = await this.database.query<[unknown[], number]>(
      `UPDATE issuances SET sealing_until = now() + make_interval(secs => $2)
       WHERE dispatch_id = $1 AND file_sha256 IS NULL
         AND (sealing_until IS NULL OR sealing_until < now()) RETURNING dispatch_id`,
      [dispatchId, this.config.sweepSeconds * MISSED_SWEEPS],
    );
    return rows.length === 1;
  }

  private async hold(dispatchId: string): Promise<void> {
    await this.database.query(
      `UPDATE issuances SET sealing_until = now() + make_interval(secs => $2)
       WHERE dispatch_id = $1 AND file_sha256 IS NULL`,
      [dispatchId, this.config.sweepSeconds * MISSED_SWEEPS],
    );
  }
}
