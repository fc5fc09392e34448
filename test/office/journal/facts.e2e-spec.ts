import type { QueryRunner } from 'typeorm';
import { columnsOf, FACT_NAMES, type FactName } from '../../../src/office/journal/facts/kinds.ts';
import { verifyJournal } from '../../../src/office/journal/verify-journal.ts';
import { officeWithFacts } from '../../support/office-with-facts.ts';
import type { SendingOffice } from '../../support/sending-office.ts';
import { sampled } from '../../support/lane.ts';

/** Columns of which a kind seals a hash. */
const HASHED: Partial<Record<FactName, Record<string, string[]>>> = {
  dispatches: { text_sha256: ['body', 'circulation', 'legal_bases', 'typist_mark'] },
};

/** Another value of each type, as SQL. */
const OTHER: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => 'gen_random_uuid()',
  timestamptz: (column) => `coalesce(${column}, now()) + interval '1 microsecond'`,
  date: (column) => `coalesce(${column}, current_date) + 1`,
  int4: (column) => `coalesce(${column}, 0) + 1`,
  bool: (column) => `NOT ${column}`,
  _text: (column) => `coalesce(${column}, '{}') || '{x}'`,
};

describe('facts in the tables', () => {
  let office: SendingOffice;
  let id: string;

  beforeAll(async () => {
    ({ office, id } = await officeWithFacts());
  }, 120_000);
  let runner: QueryRunner;
  /** What the owner of the database may do, to be undone. */
  beforeAll(async () => {
    runner = office.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`
      DO $$ DECLARE sql text; BEGIN
        FOR sql IN
          SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
          FROM pg_constraint
          WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace AND conparentid = 0
          UNION ALL
          SELECT format('ALTER TABLE %s DISABLE TRIGGER USER', oid::regclass) FROM pg_class
          WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migrations'
        LOOP EXECUTE sql; END LOOP;
      END $$`);
  }, 60_000);
  afterAll(async () => {
    await runner.rollbackTransaction();
    await runner.release();
    await office.close();
  });

  /** What is found afterwards; undone. */
  const afterwards = async (tampering: string) => {
    await runner.query('SAVEPOINT whole');
    try {
      await runner.query(tampering);
      const reports = await verifyJournal(runner.manager);
      return reports.find(({ office: code }) => code === 'STTTT')!.compared!;
    } finally {
      await runner.query('ROLLBACK TO whole');
    }
  };

  /** SQL: a row of what is issued. */
  const oneOf = (name: FactName) => {
    const such: Partial<Record<FactName, string>> = {
      dispatches: `id = '${id}'`,
      recipient_lines: `dispatch_id = '${id}'`,
      deliveries: 'round > 1',
    };
    return `(SELECT min(ctid) FROM ${name} WHERE ${such[name] ?? 'true'})`;
  };

  it('are all in the journal, every kind of them', async () => {
    const { facts, differing } = await afterwards('SELECT 1');
    expect(differing).toBe(0);
    expect(facts).toBeGreaterThan(80);
    for (const name of FACT_NAMES) {
      const rows = await runner.query(`SELECT 1 FROM ${name} LIMIT 1`);
      expect({ name, rows: rows.length }).toEqual({ name, rows: 1 });
    }
  });

  it.each(sampled(FACT_NAMES, 3))(
    'of %s are found when any field of one is another',
    async (name) => {
      // What the workers of the office ask meanwhile waits, on every other connection there is.
      const columns: { column: string; type: string }[] = await runner.query(
        `SELECT column_name AS column, udt_name AS type FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1`,
        [name],
      );
      const hashed = HASHED[name] ?? {};
      let tried = 0;
      for (const sealed of columnsOf(name)) {
        for (const column of hashed[sealed] ?? [sealed]) {
          const found = columns.find((one) => one.column === column);
          if (!found) continue; // of the row it hangs on
          // where a notice is no longer told, its last words count no more
          const isNotice = name === 'recall_notices' && column === 'state';
          const value = isNotice ? `'failed'` : OTHER[found.type]!(column);
          const { differing, faults } = await afterwards(
            `UPDATE ${name} SET ${column} = ${value} WHERE ctid = ${oneOf(name)}`,
          );
          const own = faults.filter((fault) => fault.name === name);
          expect({ column, differing: differing > 0, own: own.length > 0 }).toEqual({
            ...{ column, differing: true, own: true },
          });
          const named = own.some(
            ({ kind, fields }) =>
              kind === 'removed' || (kind === 'changed' && fields.join() === sealed),
          );
          expect({ column, named }).toEqual({ column, named: true });
          tried += 1;
        }
      }
      expect(tried).toBeGreaterThan(1);
    },
    60_000,
  );

  it.each(FACT_NAMES)('of %s are found when one is gone', async (name) => {
    const { faults } = await afterwards(`DELETE FROM ${name} WHERE ctid = ${oneOf(name)}`);
    expect(faults.map(({ name: of, kind }) => ({ name: of, kind }))).toContainEqual({
      ...{ name, kind: 'removed' },
    });
  });

  it.each([
    [
      'acknowledgements',
      `INSERT INTO acknowledgements (recipient_id, file_sha256, name, post, how)
       SELECT id, (SELECT file_sha256 FROM issuances LIMIT 1), 'Trần B', 'Văn thư', 'link'
       FROM recipients ORDER BY code DESC LIMIT 1`,
    ],
    [
      'readings',
      `INSERT INTO readings (recipient_id, kind) SELECT id, 'fetched' FROM recipients ORDER BY code DESC LIMIT 1`,
    ],
    [
      'delivery_attempts',
      `INSERT INTO delivery_attempts SELECT (jsonb_populate_record(attempt, '{"number": 77}')).*
       FROM delivery_attempts attempt LIMIT 1`,
    ],
    [
      'recall_answers',
      `INSERT INTO recall_answers (recipient_id, answer, name, post, how)
       SELECT id, 'removed', 'Trần B', 'Văn thư', 'link' FROM recipients LIMIT 1`,
    ],
  ])('of %s that were put in beside the product are found', async (name, insert) => {
    const { faults } = await afterwards(insert);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ name, kind: 'not-in-journal' });
  });

  it.each([
    ['recall_notices', 'sent', 'waiting', 'changed'],
    ['recall_notices', 'sent', 'sending', 'changed'],
    ['deliveries', 'accepted', 'waiting', 'contradicted'],
    ['deliveries', 'accepted', 'sending', 'contradicted'],
    ['deliveries', 'accepted', 'failed', 'contradicted'],
    ['deliveries', 'accepted', 'delivered', 'contradicted'],
    ['deliveries', 'accepted', 'cancelled', 'contradicted'],
  ])('of %s that were %s and are set to %s are found', async (name, before, after, kind) => {
    const { faults } = await afterwards(
      `UPDATE ${name} SET state = '${after}'
       WHERE ctid = (SELECT min(ctid) FROM ${name} WHERE state = '${before}')`,
    );
    expect(faults.filter((fault) => fault.name === name)).toMatchObject([{ kind }]);
    expect(faults[0]!.fields).toContain('state');
  });

  it.each(['accepted', 'failed', 'expired', 'bounced', 'delivered'])(
    'are missed when a delivery that nobody tried is %s',
    async (state) => {
      const { faults } = await afterwards(`
        DELETE FROM deliveries WHERE round = 1 AND ctid <> (SELECT min(ctid) FROM deliveries WHERE round = 1);
        INSERT INTO deliveries (recipient_id, dispatch_id, channel, address, state)
        SELECT recipient.id, dispatch_id, 'email', 'ai@do.example', '${state}' FROM recipients recipient
        WHERE NOT EXISTS (SELECT FROM deliveries WHERE recipient_id = recipient.id) LIMIT 1`);
      expect(faults.filter(({ kind }) => kind === 'contradicted')).toHaveLength(1);
    },
  );

  it('of deliveries are found when another round is begun beside the product', async () => {
    const { faults } = await afterwards(
      `UPDATE deliveries SET state = 'waiting', round = round + 1
       WHERE ctid = (SELECT min(ctid) FROM deliveries WHERE state = 'accepted' AND round = 1)`,
    );
    expect(faults).toMatchObject([{ name: 'deliveries', kind: 'not-in-journal' }]);
  });

  it('are named by whom they are of, and by what differs', async () => {
    const { faults } = await afterwards(`UPDATE acknowledgements SET name = 'Người khác'`);
    const codes: { code: string }[] = await runner.query(
      'SELECT code FROM recipients JOIN acknowledgements ON recipient_id = id',
    );
    expect(codes.length).toBeGreaterThan(0);
    const labels = faults.map(({ label }) => label);
    expect(labels).toHaveLength(codes.length);
    expect(new Set(labels)).toEqual(new Set(codes.map(({ code }) => `01/STTTT-BCVT, ${code}`)));
    for (const fault of faults) {
      expect(fault).toMatchObject({ name: 'acknowledgements', kind: 'changed', fields: ['name'] });
    }
  });
});
