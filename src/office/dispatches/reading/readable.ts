import { EntityNotFoundError, Raw, type EntityManager, type FindOperator } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Dispatch } from '../dispatch.entity.ts';

/** Whoever wants to read: somebody of an office. */
export type Reader = Pick<Account, 'id' | 'officeId'>;

/**
 * The id of a dispatch, where this person may read it (`database/computed/reading.sql`); what they may not is to them
 * like what is not there. Lists have `may_read(reading, id, $n)` in their SQL.
 */
export const readable = ({ id: reader, officeId }: Reader, id: string): FindOperator<string> =>
  Raw(
    (column) =>
      `${column} = (SELECT id FROM dispatches
        WHERE id = :id AND office_id = :officeId AND may_read(reading, id, :reader))`,
    { id, officeId, reader },
  );

export async function requireReadable(
  manager: EntityManager,
  by: Reader,
  id: string,
): Promise<void> {
  const known = await readableOf(manager, by, [id]);
  if (known.size === 0) throw new EntityNotFoundError(Dispatch, id);
}

/** Those of `ids` that this person may read. */
export async function readableOf(
  manager: EntityManager,
  { id, officeId }: Reader,
  ids: string[],
): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM dispatches
     WHERE id = ANY ($1) AND office_id = $2 AND may_read(reading, id, $3)`,
    [ids, officeId, id],
  );
  return new Set(rows.map((row) => row.id));
}

export interface MaybeReadable {
  isReadable: boolean;
}

/** What is told of each whoever asks, and whether the rest and the way there may be told to this person. */
export async function markReadable<T extends { id: string }>(
  manager: EntityManager,
  by: Reader,
  dispatches: T[],
): Promise<(T & MaybeReadable)[]> {
  const ids = dispatches.map(({ id }) => id);
  const known = await readableOf(manager, by, ids);
  return dispatches.map((one) => Object.assign(one, { isReadable: known.has(one.id) }));
}
