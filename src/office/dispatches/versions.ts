import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import type { DraftDispatch } from './dispatch.schemas.ts';
import { Version } from './version.entity.ts';

/** True unless it only goes on from this person's last automatic saving, whose place it takes. */
export async function keepVersion(
  manager: EntityManager,
  by: Account,
  { id: dispatchId, revision }: { id: string; revision: number },
  draft: DraftDispatch,
  isAutomatic: boolean,
): Promise<boolean> {
  const content = { ...draft };
  delete content.revision;
  const { affected } = await manager.delete(Version, {
    dispatchId,
    revision: revision - 1,
    savedBy: by.id,
    isAutomatic: true,
  });
  await manager.insert(Version, { dispatchId, revision, savedBy: by.id, isAutomatic, content });
  return affected === 0 || !isAutomatic;
}

/** A version that differs from the last in who may read: a form that is open knows of the choice before, and is told. */
export async function keepReading(
  manager: EntityManager,
  { id: savedBy }: Account,
  { id: dispatchId, revision }: { id: string; revision: number },
  chosen: Pick<DraftDispatch, 'reading' | 'readers'>,
): Promise<void> {
  const last = await manager.findOne(Version, {
    where: { dispatchId },
    order: { revision: 'DESC' },
  });
  if (!last) return;
  const content = { ...last.content, ...chosen };
  await manager.insert(Version, { dispatchId, revision, savedBy, isAutomatic: false, content });
}
