import type { EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { Dispatch, type Reading } from '../dispatch.entity.ts';
import { NamedReader } from './named-reader.entity.ts';
import { readableOf } from './readable.ts';

/** Who reads a dispatch, as far as somebody decides it: `readers` are ids of accounts, of a restricted one. */
export interface ChosenReading {
  reading: Reading;
  readers: string[];
}

export async function chosenReading(
  manager: EntityManager,
  { id: dispatchId, reading }: Pick<Dispatch, 'id' | 'reading'>,
): Promise<ChosenReading> {
  const named = reading === 'office' ? [] : await manager.findBy(NamedReader, { dispatchId });
  return { reading, readers: named.map(({ accountId }) => accountId) };
}

/** Into the journal when it changes anything. Nobody shuts themselves out. */
export async function setReading(
  manager: EntityManager,
  by: Account,
  dispatch: Pick<Dispatch, 'id' | 'reading'>,
  { reading, readers }: ChosenReading,
): Promise<void> {
  const { id } = dispatch;
  const before = (await chosenReading(manager, dispatch)).readers;
  const after = reading === 'restricted' ? [...new Set(readers)] : [];
  const added = after.filter((reader) => !before.includes(reader));
  const removed = before.filter((reader) => !after.includes(reader));
  if (reading === dispatch.reading && added.length + removed.length === 0) return;
  await requireColleagues(manager, by, added);
  // Drafted before units were rows: the unit its drafter belongs to now.
  await manager.query(
    `UPDATE dispatches SET reading = $2, unit_id = coalesce(dispatches.unit_id, drafter.unit_id)
     FROM accounts drafter WHERE drafter.id = drafted_by AND dispatches.id = $1`,
    [id, reading],
  );
  for (const accountId of removed) await manager.delete(NamedReader, { dispatchId: id, accountId });
  await manager.insert(
    NamedReader,
    added.map((accountId) => ({ dispatchId: id, accountId, addedBy: by.id })),
  );
  await record(manager, by, 'reading-set', id, { reading, added, removed });
}

/** Whoever changes a dispatch can read it afterwards. */
export async function requireOwnEyes(
  manager: EntityManager,
  by: Account,
  id: string,
): Promise<void> {
  if ((await readableOf(manager, by, [id])).size > 0) return;
  throw new InvalidInput([{ path: 'readers', message: SHUT_OUT }]);
}

const SHUT_OUT =
  'Lưu như vậy thì chính bạn không đọc được nữa. Chọn thêm tên mình trong danh sách người được đọc.';

/** People of this office with an account that is open; a guest of an agency is none. */
async function requireColleagues(
  manager: EntityManager,
  { officeId }: Account,
  ids: string[],
): Promise<void> {
  const found = await manager.query<object[]>(
    `SELECT FROM accounts WHERE id = ANY ($1) AND office_id = $2 AND closed_at IS NULL
       AND NOT 'recipient' = ANY (roles)`,
    [ids, officeId],
  );
  if (found.length === ids.length) return;
  throw new InvalidInput([{ path: 'readers', message: 'Chọn người trong danh sách của cơ quan.' }]);
}
