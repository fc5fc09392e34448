import { In, type EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { record } from '../journal/journal.ts';
import { Dispatch } from './dispatch.entity.ts';
import { DraftSession } from './drafting/draft-sessions/draft-session.entity.ts';

/** Not issued yet, so somebody has to see to it. */
const UNDER_WAY = ['draft', 'returned', 'submitted', 'signed'] as const;

/** Dispatches that somebody drafted and that are not issued, oldest first; ids. */
export async function draftsOf(manager: EntityManager, draftedBy: string): Promise<string[]> {
  const found = await manager.find(Dispatch, {
    where: { draftedBy, state: In(UNDER_WAY) },
    select: { id: true },
    order: { draftedAt: 'ASC' },
    loadEagerRelations: false,
  });
  return found.map(({ id }) => id);
}

/** Of one drafter to another, with what stands in forms that were left open. */
export async function passDrafts(
  manager: EntityManager,
  by: Account,
  from: string,
  to: string,
): Promise<void> {
  const ids = await draftsOf(manager, from);
  await manager.update(Dispatch, { id: In(ids) }, { draftedBy: to });
  await manager.update(DraftSession, { accountId: from }, { accountId: to });
  for (const id of ids) await record(manager, by, 'drafter-changed', id, { from, to });
}
