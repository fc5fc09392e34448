import type { EntityManager } from 'typeorm';
import { record } from '../../journal/journal.ts';
import { eraseHeld } from './holding-queries.ts';
import { JOURNAL_PEOPLE } from './holdings/journal.ts';

/**
 * Deletes what the journal of an office keeps beside its entries about a person: by the name they
 * gave, or by their account's sign-in name. The entries stay and so does the chain; that something
 * was erased, and why, becomes an entry. The number of entries that lost their personal data.
 */
export async function eraseFromJournal(
  manager: EntityManager,
  officeCode: string,
  whom: string,
  reason: string,
): Promise<number> {
  const [office] = await manager.query<{ id: string; accountId: string | null }[]>(
    `SELECT office.id, account.id AS "accountId" FROM offices office
     LEFT JOIN accounts account ON account.office_id = office.id AND account.username = $2
     WHERE office.code = $1`,
    [officeCode, whom],
  );
  if (!office)
    throw new Error(
      `Không có cơ quan mã ${officeCode}. Xem mã ở đầu mỗi dòng của npm run journal:verify.`,
    );
  const { id: officeId, accountId } = office;
  const asked = { officeId, name: whom.normalize('NFC'), ...(accountId && { accountId }) };
  const entries = await eraseHeld(manager, JOURNAL_PEOPLE, asked);
  if (entries > 0) {
    const by = { id: null, officeId };
    await record(manager, by, 'personal-data-erased', officeId, { entries, reason });
  }
  return entries;
}
