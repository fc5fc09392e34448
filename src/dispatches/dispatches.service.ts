import { Injectable } from '@nestjs/common';
import { DataSource, ILike, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { Mandate } from '../accounts/mandate.entity.ts';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { Config } from '../config.ts';
import { keepFile } from '../files/files.ts';
import { record, recordReading } from '../journal/journal.ts';
import { RuleViolation } from '../rule-violation.ts';
import { InvalidInput } from '../web/invalid-input.ts';
import { Annex } from './annex.entity.ts';
import { contentSha256, requireContent } from './content.ts';
import { Dispatch } from './dispatch.entity.ts';
import type { DispatchFilter, DraftDispatch } from './dispatch.schemas.ts';
import { requireNumberOnPage } from './number-on-page.ts';
import { ownFields } from './own-fields.ts';
import { LineTargets, type BoundLine } from './line-targets.ts';
import { preflight, requireNoErrors, type Preflight } from './preflight.ts';
import { RecipientLine } from './recipient-line.entity.ts';
import { RecordCopy } from './record-copy.entity.ts';
import { voidNumber } from './register/number.ts';
import { Signature } from './signature.entity.ts';
import { lockDispatch, readDispatch } from './stored-dispatch.ts';
import { Submission } from './submission.entity.ts';
import { Version } from './version.entity.ts';
import { keepVersion } from './versions.ts';

export const PAGE_SIZE = 30;

/** A dispatch from its first draft to its signature; one transaction for each step. */
@Injectable()
export class DispatchesService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly targets: LineTargets,
  ) {}

  find(by: Account, id: string): Promise<Dispatch> {
    return readDispatch(this.database.manager, by.officeId, id);
  }

  /** The same for a person's eyes: the journal says who read it. */
  async read(by: Account, id: string): Promise<Dispatch> {
    const dispatch = await this.find(by, id);
    await recordReading(this.database.manager, by, id);
    return dispatch;
  }

  async list(by: Account, filter: DispatchFilter): Promise<{ items: Dispatch[]; total: number }> {
    const where: FindOptionsWhere<Dispatch> = { officeId: by.officeId };
    if (filter.state) where.state = filter.state;
    if (filter.q) where.abstract = ILike(`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
    const [items, total] = await this.database.manager.findAndCount(Dispatch, {
      where,
      order: { draftedAt: 'DESC', id: 'ASC' },
      skip: (filter.page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    });
    return { items, total };
  }

  /** Everyone of this office who may sign today or later, in every capacity they have. */
  async mandates(by: Account): Promise<Mandate[]> {
    const mandates = await this.database.manager.find(Mandate, {
      where: { account: { officeId: by.officeId } },
      relations: { account: true },
      order: { account: { fullName: 'ASC' } },
    });
    return mandates.filter((mandate) => !mandate.hasEndedBefore(vietnamDate(new Date())));
  }

  async draft(by: Account, input: DraftDispatch, isAutomatic = false): Promise<Dispatch> {
    const lines = await this.targets.bind(by.officeId, input);
    return this.database.transaction(async (manager) => {
      const { raw } = await manager.insert(Dispatch, {
        officeId: by.officeId,
        draftedBy: by.id,
        state: 'draft',
        revision: 1,
        ...(await this.fields(manager, by, input)),
      });
      const id: string = raw[0].id;
      await writeParts(manager, id, lines, input);
      await keepVersion(manager, by, { id, revision: 1 }, input, isAutomatic);
      await record(manager, by, 'drafted', id);
      return readDispatch(manager, by.officeId, id);
    });
  }

  /** Automatic savings one after the other are one entry of the journal and one version. */
  async revise(
    by: Account,
    id: string,
    input: DraftDispatch,
    isAutomatic = false,
  ): Promise<Dispatch> {
    const lines = await this.targets.bind(by.officeId, input);
    return this.database.transaction(async (manager) => {
      const dispatch = await lockDispatch(manager, by.officeId, id);
      if (input.revision !== undefined) requireRevision(dispatch, input.revision);
      dispatch.revise();
      const fields = await this.fields(manager, by, input);
      await manager.update(Dispatch, { id }, { ...fields, revision: dispatch.revision });
      await manager.delete(RecipientLine, { dispatchId: id });
      await manager.delete(Annex, { dispatchId: id });
      await writeParts(manager, id, lines, input);
      if (await keepVersion(manager, by, dispatch, input, isAutomatic)) {
        await record(manager, by, 'revised', id, { revision: dispatch.revision });
      }
      return readDispatch(manager, by.officeId, id);
    });
  }

  /** Every version, the newest first. */
  versions(by: Account, id: string): Promise<Version[]> {
    return this.database.manager.find(Version, {
      where: { dispatch: { id, officeId: by.officeId } },
      relations: { saver: true },
      order: { revision: 'DESC' },
    });
  }

  async preflight(by: Account, id: string): Promise<Preflight> {
    const dispatch = await this.find(by, id);
    return preflight(this.database.manager, dispatch, vietnamDate(new Date()));
  }

  /** `revision` is the one whose page was checked. */
  submit(by: Account, id: string, revision: number): Promise<Dispatch> {
    return this.step(by, id, 'submitted', async (manager, dispatch) => {
      dispatch.submit();
      requireRevision(dispatch, revision);
      requireNoErrors(await preflight(manager, dispatch, vietnamDate(new Date())));
      await manager.insert(Submission, {
        dispatchId: id,
        submittedBy: by.id,
        contentSha256: contentSha256(dispatch),
      });
    });
  }

  /** A signature that was made counts no more, and a number that was taken is void. */
  returnToDrafter(by: Account, id: string, reason: string): Promise<Dispatch> {
    return this.step(by, id, 'returned', async (manager, dispatch) => {
      const { state: after, number } = dispatch;
      dispatch.returnToDrafter(by, this.config.numbersFirst);
      await manager.update(
        Submission,
        { id: (await lastSubmission(manager, id)).id },
        { returnedBy: by.id, returnedAt: new Date(), returnReason: reason },
      );
      if (number === null) return { after };
      await voidNumber(manager, by, dispatch, `Trả lại: ${reason}`);
      return { after, voidedNumber: number };
    });
  }

  /**
   * `contentHash` is of the content that was shown and signed; `file` carries the digital signature; `also` happens in
   * the same transaction.
   */
  sign(
    by: Account,
    id: string,
    contentHash: string,
    file?: Buffer,
    also: (manager: EntityManager) => Promise<void> = async () => {},
  ): Promise<Dispatch> {
    return this.step(by, id, 'signed', async (manager, dispatch) => {
      const today = vietnamDate(new Date());
      dispatch.sign(by, today);
      requireNumberOnPage(dispatch, today, this.config.numbersFirst);
      requireContent(dispatch, contentHash);
      await manager.insert(Signature, {
        submissionId: (await lastSubmission(manager, id)).id,
        dispatchId: id,
        signedBy: by.id,
        mandateId: dispatch.mandateId!,
        contentSha256: contentHash,
        fileSha256: file && (await keepFile(manager, file, 'application/pdf')),
      });
      await also(manager);
    });
  }

  /** Why it came back, while it is the drafter's turn again. */
  async lastReturn(dispatch: Dispatch): Promise<Submission | undefined> {
    if (dispatch.state !== 'returned') return undefined;
    return lastSubmission(this.database.manager, dispatch.id);
  }

  /** Where a timestamp service is configured, from its issue on. */
  recordCopy(dispatch: Dispatch): Promise<RecordCopy | null> {
    return this.database.manager.findOneBy(RecordCopy, { dispatchId: dispatch.id });
  }

  /** What `act` returns goes to the journal with the verb. */
  private step(
    by: Account,
    id: string,
    verb: string,
    act: (manager: EntityManager, dispatch: Dispatch) => Promise<Record<string, unknown> | void>,
  ): Promise<Dispatch> {
    return this.database.transaction(async (manager) => {
      const dispatch = await lockDispatch(manager, by.officeId, id);
      const details = await act(manager, dispatch);
      const { state, number, year, issuedOn } = dispatch;
      await manager.update(Dispatch, { id }, { state, number, year, issuedOn });
      await record(manager, by, verb, id, details ?? {});
      return dispatch;
    });
  }

  private async fields(manager: EntityManager, by: Account, input: DraftDispatch) {
    const { mandateId = null } = input;
    if (
      mandateId &&
      !(await manager.existsBy(Mandate, { id: mandateId, account: { officeId: by.officeId } }))
    ) {
      throw new InvalidInput([{ path: 'mandateId', message: 'Chọn người ký trong danh sách.' }]);
    }
    return { ...ownFields(input), mandateId };
  }
}

function requireRevision(dispatch: Dispatch, revision: number): void {
  if (dispatch.revision === revision) return;
  throw new RuleViolation(
    'edited-meanwhile',
    'Người khác vừa lưu dự thảo này. Mở lại để xem bản mới trước khi làm tiếp.',
  );
}

async function writeParts(
  manager: EntityManager,
  dispatchId: string,
  lines: BoundLine[],
  { annexes }: DraftDispatch,
): Promise<void> {
  await manager.insert(
    RecipientLine,
    lines.map((line) => ({ dispatchId, ...line })),
  );
  await manager.insert(
    Annex,
    annexes.map((annex, position) => ({ dispatchId, position, ...annex })),
  );
}

function lastSubmission(manager: EntityManager, dispatchId: string): Promise<Submission> {
  return manager.findOneOrFail(Submission, {
    where: { dispatchId },
    relations: { returner: true },
    order: { submittedAt: 'DESC' },
  });
}
