import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import type { Account } from '../accounts/account.entity.ts';
import { record } from '../journal/journal.ts';
import { contentSha256 } from './content.ts';
import { Dispatch } from './dispatch.entity.ts';
import { voidNumber } from './numbers/number.ts';
import { preflight } from './preflight.ts';
import { lockWhole, wholeDispatch } from './stored-dispatch.ts';
import { Submission } from './submission.entity.ts';
import { Version } from './version.entity.ts';
import { keepVersion } from './versions.ts';

/** Submitted to a person and not signed yet, oldest first; ids. */
export async function waitingFor(manager: EntityManager, signer: string): Promise<string[]> {
  const found = await manager.find(Dispatch, {
    where: { state: 'submitted', mandate: { accountId: signer } },
    select: { id: true },
    order: { draftedAt: 'ASC' },
  });
  return found.map(({ id }) => id);
}

/**
 * Puts what waits for one signatory before another, under `mandateId`. The page names who signs, so it
 * is a new revision and a new submission; a number that was taken is void. Where the new mandate does
 * not carry it, it goes back to its drafter with `reason`. True when it waits again.
 */
export async function passSignature(
  manager: EntityManager,
  by: Account,
  id: string,
  mandateId: string,
  reason: string,
): Promise<boolean> {
  const dispatch = await lockWhole(manager, id);
  const { number } = dispatch;
  const [last] = await manager.find(Submission, {
    where: { dispatchId: id },
    order: { submittedAt: 'DESC' },
    take: 1,
  });
  const isReturned = { returnedBy: by.id, returnedAt: new Date(), returnReason: reason };
  await manager.update(Submission, { id: last!.id }, isReturned);
  if (number !== null) await voidNumber(manager, by, dispatch, reason);
  const { revision, draft } = await withMandate(manager, dispatch, mandateId);
  const { year, issuedOn } = dispatch;
  const next = { mandateId, revision, number: dispatch.number, year, issuedOn };
  await manager.update(Dispatch, { id }, { ...next, state: 'returned' });
  await keepVersion(manager, by, { id, revision }, draft, false);
  const waits = await submitAgain(manager, by, id);
  await record(
    manager,
    by,
    'signatory-changed',
    id,
    {
      reason,
      mandate: mandateId,
      isReturned: !waits,
      ...(number !== null && { voidedNumber: number }),
    },
    {},
    [
      ['submissions', 'dispatch_id', id],
      ['register_entries', 'dispatch_id', id],
    ],
  );
  return waits;
}

async function withMandate(manager: EntityManager, { id, revision }: Dispatch, mandateId: string) {
  const { content } = await manager.findOneOrFail(Version, {
    where: { dispatchId: id },
    order: { revision: 'DESC' },
  });
  return { revision: revision + 1, draft: { ...content, mandateId } };
}

async function submitAgain(manager: EntityManager, by: Account, id: string): Promise<boolean> {
  const dispatch = await wholeDispatch(manager, id);
  const { findings } = await preflight(manager, dispatch, vietnamDate(new Date()));
  if (findings.some(({ severity }) => severity === 'error')) return false;
  await manager.update(Dispatch, { id }, { state: 'submitted' });
  const contentHash = contentSha256(dispatch);
  await manager.insert(Submission, {
    dispatchId: id,
    submittedBy: by.id,
    // Later than the one that was returned in this transaction.
    submittedAt: () => 'clock_timestamp()',
    contentSha256: contentHash,
  });
  return true;
}
