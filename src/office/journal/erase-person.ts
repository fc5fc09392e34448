import type { EntityManager } from 'typeorm';
import { record } from './journal.ts';

/**
 * Deletes what the journal of an office keeps beside its entries about a person: by the name they
 * gave, or by their account's sign-in name. The entries stay and so does the chain; that something
 * was erased, and why, becomes an entry. The number of entries that lost their personal data.
 */
export async function erasePerson(
  manager: EntityManager,
  officeCode: string,
  whom: string,
  reason: string,
): Promise<number> {
  const [office] = await manager.query<{ id: string }[]>('SELECT id FROM offices WHERE code = $1', [
    officeCode,
  ]);
  if (!office)
    throw new Error(
      `Không có cơ quan mã ${officeCode}. Xem mã ở đầu mỗi dòng của npm run journal:verify.`,
    );
  const [rows] = await manager.query<[unknown[], number]>(
    `DELETE FROM journal_people person USING journal_entries entry
     LEFT JOIN accounts account ON account.id = entry.account_id
     WHERE entry.id = person.entry_id AND entry.office_id = $1
       AND (person.name = normalize($2, NFC) OR account.username = $2)
     RETURNING person.entry_id`,
    [office.id, whom],
  );
  if (rows.length > 0) {
    const by = { id: null, officeId: office.id };
    await record(manager, by, 'personal-data-erased', office.id, { entries: rows.length, reason });
  }
  return rows.length;
}
