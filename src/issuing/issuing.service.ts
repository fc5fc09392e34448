import { Injectable, Logger } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { acknowledgeBy } from '../calendar/working-days.ts';
import { Config } from '../config.ts';
import { DeliveryService } from '../delivery/delivery.service.ts';
import { contentSha256 } from '../dispatches/content.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { preflight, requireNoErrors, type Preflight } from '../dispatches/preflight.ts';
import { Signature } from '../dispatches/signature.entity.ts';
import { lockDispatch, readDispatch } from '../dispatches/stored-dispatch.ts';
import { record } from '../journal/journal.ts';
import { RuleViolation } from '../rule-violation.ts';
import { OfficeSignatures } from '../signing/office/office-signatures.ts';
import { freezeRecipients } from './freeze.ts';
import { Issuance } from './issuance.entity.ts';
import { OfficialFile } from './official-file.ts';
import { takeNumber } from './number.ts';

/** Phát hành: the moment a signed dispatch becomes official. */
@Injectable()
export class IssuingService {
  private readonly logger = new Logger(IssuingService.name);

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly files: OfficialFile,
    private readonly signatures: OfficeSignatures,
    private readonly deliveries: DeliveryService,
  ) {}

  /**
   * Numbers, dates and freezes the dispatch in one transaction, then makes its file and wakes the
   * workers; what fails after the transaction, the sweeper completes. Issuing again returns the issuance there is. `withoutAddress` says that the clerk knows
   * of the recipients the system cannot send to.
   */
  async issue(by: Account, dispatchId: string, withoutAddress: boolean): Promise<Dispatch> {
    if (this.signatures.isConfigured) await this.signatures.requireSeal(by.office);
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
    await this.files.make(dispatchId);
    await this.deliveries.sweep(dispatchId);
  }

  /** Finishes what a crash between number and file left behind. */
  async finishAll(): Promise<void> {
    const unfinished = await this.database.manager.findBy(Issuance, { fileSha256: IsNull() });
    for (const { dispatchId } of unfinished) await this.finish(dispatchId);
  }

  async document(by: Account, dispatchId: string): Promise<{ dispatch: Dispatch; pdf: Buffer }> {
    const dispatch = await readDispatch(this.database.manager, by.officeId, dispatchId);
    return { dispatch, pdf: await this.files.best(dispatch) };
  }

  private async makeOfficial(
    manager: EntityManager,
    by: Account,
    dispatch: Dispatch,
    withoutAddress: boolean,
  ): Promise<void> {
    dispatch.requireSigned();
    const signature = await manager.findOneByOrFail(Signature, { dispatchId: dispatch.id });
    requireUnchanged(dispatch, signature);
    const found = await preflight(manager, dispatch, vietnamDate(new Date()));
    requireNoErrors(found);
    if (!withoutAddress) requireAddresses(found);
    const { number, date, at } = await takeNumber(manager, dispatch.officeId);
    if (signature.fileSha256) requireSameYear(signature.signedAt, date);
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

function requireUnchanged(dispatch: Dispatch, signature: Signature): void {
  if (signature.contentSha256 !== contentSha256(dispatch)) {
    throw new RuleViolation(
      'changed-after-signature',
      'Nội dung khác với bản đã ký nên không phát hành được. Báo quản trị viên kiểm tra.',
    );
  }
}

/** The year is printed on the page that was signed. */
function requireSameYear(signedAt: Date, date: string): void {
  if (vietnamDate(signedAt).slice(0, 4) === date.slice(0, 4)) return;
  throw new RuleViolation(
    'signed-last-year',
    'Văn bản ký trong năm trước, năm in trên trang đã ký không còn đúng. Trình ký lại.',
  );
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
