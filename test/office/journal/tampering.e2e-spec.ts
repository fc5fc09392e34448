import { verifyJournal } from '../../../src/office/journal/verify-journal.ts';
import { JournalOffice } from './journal-office.ts';

/** What the owner of the tables may do. */
const WITHOUT_GUARDS = `
  ALTER TABLE journal_entries DISABLE TRIGGER USER;
  ALTER TABLE journal_links DISABLE TRIGGER USER, DROP CONSTRAINT journal_links_entry_id_fkey;
  ALTER TABLE journal_people DISABLE TRIGGER USER, DROP CONSTRAINT journal_people_entry_id_fkey;`;

describe('a journal that was tampered with', () => {
  let here: JournalOffice;

  beforeAll(async () => {
    here = await JournalOffice.open();
    const [token] = await here.tokens(1);
    await here.acknowledge(token!);
  });
  afterAll(() => here?.close());

  /** What somebody with every right on the database does, found out, and undone. */
  const afterwards = async (tampering: string, kept: (position: number) => number = () => 0) => {
    const runner = here.office.database.createQueryRunner();
    await runner.startTransaction('REPEATABLE READ');
    try {
      const whole = await here.verified(runner.manager);
      await runner.query(WITHOUT_GUARDS);
      await runner.query(tampering.replaceAll(':office', `'${here.officeId}'`));
      const heads = kept(0) ? [whole.head] : [];
      const reports = await verifyJournal(runner.manager, heads);
      const { broken } = reports.find(({ office: code }) => code === 'STTTT')!;
      return { ...broken, whole };
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const at = (position: number) =>
    `(SELECT entry_id FROM journal_links WHERE office_id = :office AND position = ${position})`;

  it.each([
    [
      'a detail changed',
      `UPDATE journal_entries SET details = '{"number": 99}' WHERE id = ${at(3)}`,
    ],
    [
      'a moment changed',
      `UPDATE journal_entries SET at = at - interval '1 microsecond' WHERE id = ${at(3)}`,
    ],
    ['somebody else named', `UPDATE journal_entries SET account_id = NULL WHERE id = ${at(3)}`],
    [
      'its hash changed',
      `UPDATE journal_links SET hash = repeat('f', 64) WHERE entry_id = ${at(3)}`,
    ],
  ])('finds an entry that has %s', async (_, tampering) => {
    expect(await afterwards(tampering)).toMatchObject({ position: 3, kind: 'changed' });
  });

  it('finds an entry that is gone, with its link or without', async () => {
    expect(await afterwards(`DELETE FROM journal_entries WHERE id = ${at(4)}`)).toMatchObject({
      position: 4,
      kind: 'removed',
    });
    const both = `DELETE FROM journal_links WHERE office_id = :office AND position = 4`;
    expect(await afterwards(both)).toMatchObject({ position: 4, kind: 'removed' });
    const closed = `${both}; UPDATE journal_links SET position = position - 1 + 1000000
      WHERE office_id = :office AND position > 4;
      UPDATE journal_links SET position = position - 1000000 WHERE position > 1000000`;
    expect(await afterwards(closed)).toMatchObject({ position: 4, kind: 'changed' });
  });

  it('finds entries that changed places', async () => {
    const swap = `UPDATE journal_links SET position = -position WHERE office_id = :office AND position IN (3, 5);
      UPDATE journal_links SET position = 8 + position WHERE office_id = :office AND position < 0`;
    expect(await afterwards(swap)).toMatchObject({ position: 3, kind: 'moved' });
  });

  it('finds an entry that was put in, chained or not', async () => {
    const insert = `INSERT INTO journal_entries (office_id, verb, subject_id) VALUES (:office, 'signed', :office)`;
    expect(await afterwards(insert)).toMatchObject({ position: null, kind: 'inserted' });
    const chained = `UPDATE journal_links SET position = position + 1000001 WHERE office_id = :office AND position > 3;
      UPDATE journal_links SET position = position - 1000000 WHERE position > 1000000;
      WITH entry AS (${insert} RETURNING id)
        INSERT INTO journal_links SELECT id, :office, 4, repeat('e', 64) FROM entry`;
    expect(await afterwards(chained)).toMatchObject({ position: 4, kind: 'moved' });
  });

  it('finds that the end was cut off or all was written anew, by a head kept elsewhere', async () => {
    const last = 'position = (SELECT max(position) FROM journal_links)';
    const cut = `WITH link AS (DELETE FROM journal_links WHERE ${last} RETURNING entry_id)
      DELETE FROM journal_entries USING link WHERE id = entry_id`;
    expect((await afterwards(cut)).kind).toBeUndefined();
    const found = await afterwards(cut, () => 1);
    expect(found).toMatchObject({ position: found.whole.entries, kind: 'removed' });
    const anew = `UPDATE journal_entries SET details = details || '{"how": "paper"}' WHERE id = (SELECT entry_id FROM journal_links WHERE ${last});
      UPDATE journal_links link SET hash = encode(sha256(convert_to(before.hash || E'\\n' ||
          journal_line(entry, link.position), 'UTF8')), 'hex')
        FROM journal_links before, journal_entries entry
        WHERE link.position = before.position + 1 AND entry.id = link.entry_id
          AND link.${last}`;
    expect((await afterwards(anew)).kind).toBeUndefined();
    expect((await afterwards(anew, () => 1)).kind).toBe('forged');
  });

  it('finds that the personal data beside an entry was changed', async () => {
    const rename = `UPDATE journal_people SET name = 'Người khác' WHERE entry_id =
      (SELECT min(entry_id) FROM journal_people WHERE name IS NOT NULL)`;
    expect((await afterwards(rename)).kind).toBe('person-changed');
  });
});
