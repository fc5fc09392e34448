import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { DeliveryRun } from '../delivery/delivery-run.entity.ts';
import { Dispatch, URGENCIES } from '../dispatches/dispatch.entity.ts';
import { Signature } from '../dispatches/signature.entity.ts';
import { readDispatch } from '../dispatches/stored-dispatch.ts';
import { printedDate, printedNumber } from '../documents/printed-number.ts';
import { RenderThread } from '../documents/render-thread.ts';
import { keepFile, readFile } from '../files/files.ts';
import { OfficeSignatures } from '../signing/office/office-signatures.ts';
import { Issuance } from './issuance.entity.ts';

/** The bytes everyone gets: made once after the number is taken, never rendered again. */
@Injectable()
export class OfficialFile {
  constructor(
    private readonly database: DataSource,
    private readonly renderer: RenderThread,
    private readonly signatures: OfficeSignatures,
  ) {}

  /** Makes and keeps the official file of an issued dispatch and lets its deliveries go; safe to repeat. */
  async make(dispatchId: string): Promise<void> {
    const { manager } = this.database;
    const issuance = await manager.findOneByOrFail(Issuance, { dispatchId });
    if (issuance.fileSha256 !== null) return;
    const { officeId } = await manager.findOneByOrFail(Dispatch, { id: dispatchId });
    const dispatch = await readDispatch(manager, officeId, dispatchId);
    const signed = await this.signedFile(dispatchId);
    const pdf = signed
      ? await this.sealed(signed, dispatch, issuance.issuedAt)
      : await this.rendered(dispatch);
    await this.database.transaction((inner) => release(inner, dispatch, pdf));
  }

  /** What can be shown of a dispatch now: the official file, the signed one, or the page as it would be printed. */
  async best(dispatch: Dispatch): Promise<Buffer> {
    const { manager } = this.database;
    const issuance = await manager.findOneBy(Issuance, { dispatchId: dispatch.id });
    if (issuance?.fileSha256) return readFile(manager, issuance.fileSha256);
    return (await this.signedFile(dispatch.id)) ?? this.rendered(dispatch);
  }

  private async signedFile(dispatchId: string): Promise<Buffer | undefined> {
    const { manager } = this.database;
    const signature = await manager.findOneBy(Signature, { dispatchId });
    return signature?.fileSha256 ? readFile(manager, signature.fileSha256) : undefined;
  }

  private sealed(signed: Buffer, dispatch: Dispatch, at: Date): Promise<Buffer> {
    const { day, month } = printedDate(vietnamDate(at));
    const number = printedNumber(String(dispatch.number));
    return this.signatures.seal(signed, dispatch.office, at, { number, day, month });
  }

  private async rendered(dispatch: Dispatch): Promise<Buffer> {
    return (await this.renderer.render(dispatch)).pdf;
  }
}

async function release(manager: EntityManager, dispatch: Dispatch, pdf: Buffer): Promise<void> {
  const { id: dispatchId, urgency } = dispatch;
  const fileSha256 = await keepFile(manager, pdf, 'application/pdf');
  const { affected } = await manager.update(
    Issuance,
    { dispatchId, fileSha256: IsNull() },
    { fileSha256 },
  );
  if (affected === 0) return; // another process was first: its bytes count
  const priority = URGENCIES.length - URGENCIES.indexOf(urgency);
  await manager.insert(DeliveryRun, { dispatchId, fileSha256, priority });
}
