import { Injectable, Logger } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { acknowledgeBy } from '../calendar/working-days.ts';
import { Config } from '../config.ts';
import { DeliveryRun } from '../delivery/delivery-run.entity.ts';
import { DeliveryService } from '../delivery/delivery.service.ts';
import { contentSha256 } from '../dispatches/content.ts';
import { Dispatch, URGENCIES } from '../dispatches/dispatch.entity.ts';
import { preflight, requireNoErrors, type Preflight } from '../dispatches/preflight.ts';
import { Signature } from '../dispatches/signature.entity.ts';
import { lockDispatch, readDispatch } from '../dispatches/stored-dispatch.ts';
import { documentOf } from '../documents/dispatch-document.ts';
import { RenderThread } from '../documents/render-thread.ts';
import { keepFile, readFile } from '../files/files.ts';
import { record } from '../journal/journal.ts';
import { RuleViolation } from '../rule-violation.ts';
import { freezeRecipients } from './freeze.ts';
import { Issuance } from './issuance.entity.ts';
import { takeNumber } from './number.ts';

/** Phát hành: the moment a signed dispatch becomes official. */
@Injectable()
export class IssuingService {
  private readonly logger = new Logger(IssuingService.name);

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly renderer: RenderThread,
    private readonly deliveries: DeliveryService,
  ) {}

  /**
   * Numbers, dates and freezes the dispatch in one transaction, then makes its file and wakes the
   * workers; what fails after the transaction, the sweeper completes. Issuing again returns the issuance there is. `withoutAddress` says that the clerk knows
   * of the recipients the system cannot send to.
   */
  async issue(by: Account, dispatchId: string, withoutAddress: boolean): Promise<Dispatch> {
    const dispatch = await this.database.transaction(async (manager) => {
      const locked = await lockDispatch(manager, by.officeId, dispatchId);
      if (locked.state !== 'issued') await this.makeOfficial(manager, by, locked, withoutAddress);
      return locked;
    });
    await this.finish(dispatchId).catch((error: Error) => {
      this.logger.error(`${dispatchId} is issued, its file or queue is not ready`, error.stack);
    });
    return dispatch;
  }

  /** Makes the official file of an issued dispatch and lets its deliveries go; safe to repeat. */
  async finish(dispatchId: string): Promise<void> {
    const { manager } = this.database;
    const issuance = await manager.findOneByOrFail(Issuance, { dispatchId });
    if (issuance.fileSha256 === null) {
      const { officeId } = await manager.findOneByOrFail(Dispatch, { id: dispatchId });
      const dispatch = await readDispatch(manager, officeId, dispatchId);
      const { pdf } = await this.renderer.render(documentOf(dispatch));
      await this.database.transaction((inner) => release(inner, dispatch, pdf));
    }
    await this.deliveries.sweep(dispatchId);
  }

  /** Finishes what a crash between number and file left behind. */
  async finishAll(): Promise<void> {
    const unfinished = await this.database.manager.findBy(Issuance, { fileSha256: IsNull() });
    for (const { dispatchId } of unfinished) await this.finish(dispatchId);
  }

  /** The official file once there is one; until then the page as it would be printed. */
  async document(by: Account, dispatchId: string): Promise<{ dispatch: Dispatch; pdf: Buffer }> {
    const { manager } = this.database;
    const dispatch = await readDispatch(manager, by.officeId, dispatchId);
    const issuance = await manager.findOneBy(Issuance, { dispatchId });
    const pdf = issuance?.fileSha256
      ? await readFile(manager, issuance.fileSha256)
      : (await this.renderer.render(documentOf(dispatch))).pdf;
    return { dispatch, pdf };
  }

  private async makeOfficial(
    manager: EntityManager,
    by: Account,
    dispatch: Dispatch,
    withoutAddress: boolean,
  ): Promise<void> {
    dispatch.requireSigned();
    await requireUnchanged(manager, dispatch);
    const found = await preflight(manager, dispatch, vietnamDate(new Date()));
    requireNoErrors(found);
    if (!withoutAddress) requireAddresses(found);
    const { number, date, at } = await takeNumber(manager, dispatch.officeId);
    dispatch.issue(number, date);
    const { id, state, year, issuedOn } = dispatch;
    await manager.update(Dispatch, { id }, { state, number, year, issuedOn });
    await manager.insert(Issuance, {
      dispatchId: id,
      issuedBy: by.id,
      issuedAt: at,
      recipientCount: found.recipients.length,
    });
    const dueBy = acknowledgeBy(at);
    await freezeRecipients(manager, id, found.recipients, dueBy, this.config.linkSecret);
    await record(manager, by, 'issued', id, { number, date, recipients: found.recipients.length });
  }
}

async function requireUnchanged(manager: EntityManager, dispatch: Dispatch): Promise<void> {
  const signature = await manager.findOneByOrFail(Signature, { dispatchId: dispatch.id });
  if (signature.contentSha256 !== contentSha256(dispatch)) {
    throw new RuleViolation(
      'changed-after-signature',
      'Nội dung khác với bản đã ký nên không phát hành được. Báo quản trị viên kiểm tra.',
    );
  }
}

function requireAddresses({ unreachable }: Preflight): void {
  if (unreachable.length === 0) return;
  const names = unreachable.slice(0, 10).map(({ name }) => name);
  throw new RuleViolation(
    'recipients-without-address',
    `${unreachable.length} nơi nhận chưa có địa chỉ thư: ${names.join(', ')}. Bổ sung trong Danh ` +
      'bạ, hoặc xác nhận phát hành và gửi bản giấy cho các nơi này.',
  );
}

async function release(manager: EntityManager, dispatch: Dispatch, pdf: Buffer): Promise<void> {
  const { id: dispatchId, urgency } = dispatch;
  const fileSha256 = await keepFile(manager, pdf, 'application/pdf');
  await manager.update(Issuance, { dispatchId, fileSha256: IsNull() }, { fileSha256 });
  await manager
    .createQueryBuilder()
    .insert()
    .into(DeliveryRun)
    .values({ dispatchId, fileSha256, priority: URGENCIES.length - URGENCIES.indexOf(urgency) })
    .orIgnore()
    .execute();
}
