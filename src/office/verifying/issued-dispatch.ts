import type { EntityManager } from 'typeorm';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { followersOf, type Follower } from '../dispatches/followers.ts';
import { RecordCopy } from '../dispatches/record-copy.entity.ts';
import { wholeDispatch } from '../dispatches/stored-dispatch.ts';
import { Issuance } from '../issuing/issuance.entity.ts';
import { Recall } from '../recipients/recalls/recall.entity.ts';

/** What the office itself says of a dispatch it has issued. */
export interface Issued {
  dispatch: Dispatch;
  /** SHA-256 of the official file and of its record copy; none for the moment between number and file. */
  files: string[];
  /** Issued since, in place of it or to correct it. */
  followers: Follower[];
  /** When the office took it back from everyone. */
  recalledAt: Date | null;
}

/** What stands behind a code; `issued` is absent while it is a draft, and nothing of a draft is told. */
export interface Known {
  issued?: Issued;
}

export async function dispatchById(manager: EntityManager, id: string): Promise<Known | undefined> {
  if (!(await manager.existsBy(Dispatch, { id }))) return undefined;
  const issuance = await manager.findOneBy(Issuance, { dispatchId: id });
  if (!issuance) return {};
  const dispatch = await wholeDispatch(manager, id);
  const copy = await manager.findOneBy(RecordCopy, { dispatchId: id });
  const files = [issuance.fileSha256, copy?.fileSha256].filter((hash) => typeof hash === 'string');
  const recall = await manager.findOneBy(Recall, { dispatchId: id, isWhole: true });
  const followers = await followersOf(manager, id);
  return { issued: { dispatch, files, followers, recalledAt: recall?.recalledAt ?? null } };
}

/** The dispatch that was issued with exactly these bytes. */
export async function dispatchOfFile(
  manager: EntityManager,
  fileSha256: string,
): Promise<Issued | undefined> {
  const found =
    (await manager.findOneBy(Issuance, { fileSha256 })) ??
    (await manager.findOneBy(RecordCopy, { fileSha256 }));
  return found ? (await dispatchById(manager, found.dispatchId))?.issued : undefined;
}
