import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager, type FindOneOptions } from 'typeorm';
import { numbersFirst } from '../accounts/office-choices.ts';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { Config } from '../../platform/config/config.ts';
import { keepFile } from '../../platform/files/files.ts';
import { record, recordReading } from '../journal/journal.ts';
import { contentSha256, requireContent } from './content.ts';
import { Dispatch } from './dispatch.entity.ts';
import type { DispatchFilter } from './dispatch.schemas.ts';
import { requireRevision } from './drafts.service.ts';
import { followersOf, formerOf, type Relative } from './followers.ts';
import { requireNumberOnPage } from './number-on-page.ts';
import { preflight, requireNoErrors, type Preflight } from './preflight.ts';
import { RecordCopy } from './record-copy.entity.ts';
import { voidNumber } from './numbers/number.ts';
import { markReadable } from './reading/readable.ts';
import { chosenReading, type ChosenReading } from './reading/set-reading.ts';
import { latestDispatches, searchDispatches } from './search.ts';
import { Signature } from './signature.entity.ts';
import { lockDispatch, readDispatch } from './stored-dispatch.ts';
import { Submission } from './submission.entity.ts';

export const PAGE_SIZE = 30;

/** A dispatch on its way from a draft to its signature; one transaction for each step. */
@Injectable()
export class DispatchesService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  find(by: Account, id: string): Promise<Dispatch> {
    return readDispatch(this.database.manager, by, id);
  }

  /** The same for a person's eyes: the journal says who read it. */
  async read(by: Account, id: string): Promise<Dispatch> {
    const dispatch = await this.find(by, id);
    await recordReading(this.database.manager, by, id);
    return dispatch;
  }

  chosenReading(dispatch: Dispatch): Promise<ChosenReading> {
    return chosenReading(this.database.manager, dispatch);
  }

  /** What it replaces or corrects, and what replaces or corrects it. */
  async relatives(
    by: Account,
    dispatch: Dispatch,
  ): Promise<{ former: Relative | null; followers: Relative[] }> {
    const { manager } = this.database;
    const former = await formerOf(manager, dispatch);
    return {
      former: former && (await markReadable(manager, by, [former]))[0]!,
      followers: await markReadable(manager, by, await followersOf(manager, dispatch.id)),
    };
  }

  async list(by: Account, filter: DispatchFilter): Promise<{ items: Dispatch[]; total: number }> {
    const { manager } = this.database;
    const { ids, total } = await (filter.q ? searchDispatches : latestDispatches)(
      manager,
      by,
      filter,
      PAGE_SIZE,
    );
    const found = await manager.findBy(Dispatch, { id: In(ids) });
    const items = found.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    return { items, total };
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

  /** Out of the signer's queue again, to be mended by who submitted it. */
  takeBack(by: Account, id: string): Promise<Dispatch> {
    return this.step(by, id, 'taken-back', async (manager, dispatch) => {
      const submission = await manager.findOne(Submission, LAST(id));
      dispatch.takeBack(by, submission?.submittedBy ?? '');
      await manager.update(
        Submission,
        { id: submission!.id },
        { returnedBy: by.id, returnedAt: new Date(), returnReason: 'Người trình rút lại.' },
      );
    });
  }

  /** A signature that was made counts no more, and a number that was taken is void. */
  returnToDrafter(by: Account, id: string, reason: string): Promise<Dispatch> {
    return this.step(by, id, 'returned', async (manager, dispatch) => {
      const { state: after, number } = dispatch;
      dispatch.returnToDrafter(by, numbersFirst(dispatch.office, this.config));
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
      requireNumberOnPage(dispatch, today, numbersFirst(dispatch.office, this.config));
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

  /** Who put it before the signer and when, while it waits there. */
  async openSubmission(dispatch: Dispatch): Promise<Submission | undefined> {
    if (dispatch.state !== 'submitted') return undefined;
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
    verb: keyof typeof FACTS_OF,
    act: (manager: EntityManager, dispatch: Dispatch) => Promise<Record<string, unknown> | void>,
  ): Promise<Dispatch> {
    return this.database.transaction(async (manager) => {
      const dispatch = await lockDispatch(manager, by, id);
      const details = await act(manager, dispatch);
      const facts = FACTS_OF[verb].map(([name, column]) => [name, column, id] as const);
      const { state, number, year, issuedOn } = dispatch;
      await manager.update(Dispatch, { id }, { state, number, year, issuedOn });
      await record(manager, by, verb, id, details ?? {}, {}, facts);
      return dispatch;
    });
  }
}

const submissions = ['submissions', 'dispatch_id'] as const;
const FACTS_OF = {
  submitted: [submissions],
  'taken-back': [submissions],
  signed: [['signatures', 'dispatch_id']],
  returned: [submissions, ['register_entries', 'dispatch_id']],
} as const;

const LAST = (dispatchId: string): FindOneOptions<Submission> => ({
  where: { dispatchId },
  relations: { submitter: true, returner: true },
  order: { submittedAt: 'DESC' },
});

const lastSubmission = (manager: EntityManager, dispatchId: string): Promise<Submission> =>
  manager.findOneOrFail(Submission, LAST(dispatchId));
