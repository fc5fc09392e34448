import { Injectable, Logger } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { Config } from '../../platform/config/config.ts';
import { DeliveryService } from '../delivery/outbox/delivery.service.ts';
import { formerHead, isSignedContent } from '../dispatches/content.ts';
import { signedUnder } from '../dispatches/words.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { preflight, requireNoErrors, type Preflight } from '../dispatches/preflight.ts';
import { RecordCopy } from '../dispatches/record-copy.entity.ts';
import { takeNumber } from '../dispatches/numbers/number.ts';
import type { Signature } from '../dispatches/signature.entity.ts';
import { lockDispatch, readDispatch, validSignature } from '../dispatches/stored-dispatch.ts';
import { openFile } from '../../platform/files/files.ts';
import type { KeptFile } from '../../platform/files/kept-file.ts';
import { readCalendar } from '../calendar/stored-calendar.ts';
import { keepFacts } from '../journal/facts/seal-facts.ts';
import { record, recordReading } from '../journal/journal.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { OfficeSignatures } from '../signing-keys/office-signatures.ts';
import { freezeRecipients } from './freeze.ts';
import { Issuance } from './issuance.entity.ts';
import type { RecordCopyView } from './issuing.schemas.ts';
import { OfficialFile } from './official-file.ts';

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
   * Numbers (where it has no number yet), dates and freezes the dispatch in one transaction, then makes its file and
   * wakes the workers; what fails after the transaction, the sweep completes. Issuing again returns the issuance there
   * is. `withoutAddress` says that the clerk knows of the recipients the system cannot send to.
   */
  async issue(by: Account, dispatchId: string, withoutAddress: boolean): Promise<Dispatch> {
    if (this.signatures.isConfigured) await this.signatures.requireSeal(by.office);
    const dispatch = await this.database.transaction(async (manager) => {
      const locked = await lockDispatch(manager, by, dispatchId);
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
    for (const { dispatchId } of unfinished) {
      await this.finish(dispatchId).catch((error: Error) => {
        this.logger.warn(`${dispatchId}: ${error.message}`); // one that fails keeps no other waiting
      });
    }
  }

  async document(
    by: Account,
    dispatchId: string,
  ): Promise<{ dispatch: Dispatch; pdf: Buffer | KeptFile }> {
    const { manager } = this.database;
    const dispatch = await readDispatch(manager, by, dispatchId);
    await recordReading(manager, by, dispatchId);
    return { dispatch, pdf: await this.files.best(dispatch) };
  }

  async recordCopy(by: Account, dispatchId: string): Promise<RecordCopyView> {
    const { manager } = this.database;
    await readDispatch(manager, by, dispatchId);
    const copy = await manager.findOneBy(RecordCopy, { dispatchId });
    const issuance = await manager.findOneBy(Issuance, { dispatchId });
    return {
      state: copy ? (copy.fileSha256 ? 'archived' : 'waiting') : 'none',
      attempts: copy?.attempts ?? 0,
      dueAt: copy && !copy.fileSha256 ? copy.dueAt : null,
      problem: copy?.problem ?? null,
      deliveredSha256: issuance?.fileSha256 ?? null,
      fileSha256: copy?.fileSha256 ?? null,
      archivedAt: copy?.archivedAt ?? null,
    };
  }

  /** The file with the archive timestamp: the delivered one, or one that begins with it. */
  async archived(by: Account, dispatchId: string): Promise<{ dispatch: Dispatch; pdf: KeptFile }> {
    const { manager } = this.database;
    const dispatch = await readDispatch(manager, by, dispatchId);
    await recordReading(manager, by, dispatchId);
    const where = { dispatchId, fileSha256: Not(IsNull()) };
    const { fileSha256 } = await manager.findOneByOrFail(RecordCopy, where);
    return { dispatch, pdf: await openFile(manager, fileSha256!) };
  }

  private async makeOfficial(
    manager: EntityManager,
    by: Account,
    dispatch: Dispatch,
    withoutAddress: boolean,
  ): Promise<void> {
    dispatch.requireSigned();
    const signature = (await validSignature(manager, dispatch.id))!;
    requireUnchanged(dispatch, signature);
    const found = await preflight(manager, dispatch, vietnamDate(new Date()));
    requireNoErrors(found);
    if (!withoutAddress) requireAddresses(found);
    const at = dispatch.number === null ? await takeNumber(manager, by, dispatch) : new Date();
    requireUnchanged(dispatch, signature); // the day it bears may have begun meanwhile
    if (signature.fileSha256) requireSameYear(signature.signedAt, dispatch.issuedOn!);
    dispatch.issue();
    const { id, state, number, year, issuedOn } = dispatch;
    await manager.update(Dispatch, { id }, { state, number, year, issuedOn });
    await manager.insert(Issuance, {
      dispatchId: id,
      issuedBy: by.id,
      issuedAt: at,
      recipientCount: found.recipients.length,
    });
    const dueBy = (await readCalendar(manager, by.officeId)).acknowledgeBy(at);
    await freezeRecipients(manager, id, found.recipients, dueBy, this.config.keys);
    const details = { number, date: issuedOn, recipients: found.recipients.length };
    await record(manager, by, 'issued', id, details, {}, [
      ['dispatches', 'id', id],
      ['issuances', 'dispatch_id', id],
      ['register_entries', 'dispatch_id', id],
    ]);
    await keepFacts(manager, [
      ['recipient_lines', 'dispatch_id', id],
      ['annexes', 'dispatch_id', id],
      ['recipients', 'dispatch_id', id],
    ]);
    if (dispatch.formerId) {
      const verb = dispatch.relation === 'replaces' ? 'replaced' : 'corrected';
      await record(manager, by, verb, dispatch.formerId, {
        number,
        date: issuedOn,
        dispatchId: id,
      });
    }
  }
}

function requireUnchanged(dispatch: Dispatch, signature: Signature): void {
  if (isSignedContent(signature, dispatch)) return;
  const former = formerHead(signature, dispatch);
  if (!former) throw new RuleViolation('changed-after-signature');
  throw new RuleViolation('letterhead-changed', signedUnder(former, dispatch.head));
}

/** The year is printed on the page that was signed. */
function requireSameYear(signedAt: Date, date: string): void {
  if (vietnamDate(signedAt).slice(0, 4) === date.slice(0, 4)) return;
  throw new RuleViolation('signed-last-year');
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
