import fc from 'fast-check';
import { record } from '../../../src/office/journal/journal.ts';
import { JournalOffice } from './journal-office.ts';

const CROWD = 200;

describe('the journal', () => {
  let here: JournalOffice;

  beforeAll(async () => {
    here = await JournalOffice.open();
  });
  afterAll(() => here?.close());

  it('is whole after an ordinary day', async () => {
    const [report, entries] = [
      await here.verified(),
      await here.office.database.query('SELECT count(*)::int AS n FROM journal_entries'),
    ];
    expect(report.broken).toBeUndefined();
    expect(report.entries).toBe(entries[0].n);
    expect(report.entries).toBeGreaterThan(4);
    expect(report.head).toMatchObject({ office: 'STTTT', position: report.entries });
  });

  it('takes acknowledgements that come at once: one chain, no gap, nothing lost', async () => {
    const before = await here.verified();
    const answers = await Promise.all((await here.tokens(CROWD)).map(here.acknowledge));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const after = await here.verified();
    expect(after.broken).toBeUndefined();
    expect(after.entries).toBe(before.entries + CROWD);
    const [{ n }] = await here.office.database.query(
      `SELECT count(*)::int AS n FROM journal_entries WHERE verb = 'acknowledged'`,
    );
    expect(n).toBe(CROWD);
  }, 120_000);

  it('does not deadlock where 1,000 transactions write first and lock rows in any order afterwards', async () => {
    const rows = await here.office.database.query('SELECT id FROM recipients ORDER BY id LIMIT 3');
    const before = await here.verified();
    const pair = async (n: number) =>
      here.office.database.transaction(async (manager) => {
        await record(manager, { id: null, officeId: here.officeId }, 'tried', here.officeId, { n });
        await manager.query('SELECT 1 FROM recipients WHERE id = $1 FOR UPDATE', [rows[n % 3].id]);
        await record(manager, { id: null, officeId: here.officeId }, 'tried', here.officeId, {
          n,
          again: true,
        });
      });
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => pair(n)));
    const after = await here.verified();
    expect(after.broken).toBeUndefined();
    expect(after.entries).toBe(before.entries + 2_000);
    const pairs = await here.office.database.query(
      `SELECT 1 FROM journal_entries first
       JOIN journal_links link ON link.entry_id = first.id
       JOIN journal_links next ON next.office_id = link.office_id AND next.position = link.position + 1
       JOIN journal_entries second ON second.id = next.entry_id
       WHERE second.details->>'again' = 'true' AND first.details->'n' = second.details->'n'`,
    );
    expect(pairs).toHaveLength(1_000);
  }, 120_000);

  it('keeps nothing of a transaction that fails', async () => {
    const before = await here.verified();
    const failing = here.office.database.transaction(async (manager) => {
      await record(manager, { id: null, officeId: here.officeId }, 'tried', here.officeId);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await here.verified()).toEqual(before);
  });

  it('is hashed in the database and outside alike, whatever an entry says', async () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''));
    const details = fc.dictionary(
      text,
      fc.oneof(
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
      ),
    );
    const entries = fc.array(fc.record({ verb: text, details }), { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(entries, async (many) => {
        await here.office.database.transaction(async (manager) => {
          for (const { verb, details: said } of many) {
            await record(manager, { id: null, officeId: here.officeId }, verb, here.officeId, said);
          }
        });
        expect((await here.verified()).broken).toBeUndefined();
      }),
      { numRuns: 10 },
    );
  });
});
