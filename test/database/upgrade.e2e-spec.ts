import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { connect } from '../../src/database/database.ts';
import { verifyJournal } from '../../src/office/journal/verify-journal.ts';
import { describeWith } from '../engines/page/outside-tool.ts';
import { debianPostgres, INITDB, type DebianPostgres } from '../support/debian-postgres.ts';
import { schemaOf } from '../support/schema-of.ts';
import { dropDatabase, onServer, siblingUrl } from '../support/server.ts';

/** One office with a dispatch to 68 agencies, acknowledged by eight, sent back by one, recalled from one. */
const DUMP = new URL('before-the-baseline.sql.gz', import.meta.url);

const query = async <Row extends object>(url: string, sql: string): Promise<Row[]> =>
  onServer<Row>(url, sql);

describe('a database from before the baseline, on the embedded PostgreSQL', () => {
  tellStory(async () => ({ url: process.env['TEST_POSTGRES_URL']!, stop: async () => {} }));
});

describeWith([INITDB], 'a database from before the baseline, on PostgreSQL 15 of Debian', () => {
  tellStory(debianPostgres);
});

function tellStory(start: () => Promise<DebianPostgres>): void {
  let server: DebianPostgres;
  let old: string;
  let fresh: string;

  beforeAll(async () => {
    server = await start();
    const names = [`noinhan_old_${process.pid}`, `noinhan_new_${process.pid}`];
    for (const name of names) {
      await onServer(server.url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    }
    [old, fresh] = names.map((name) => siblingUrl(server.url, name)) as [string, string];
    await replay(old);
    await migrate(old);
    await migrate(fresh);
  });

  afterAll(async () => {
    if (old) await dropDatabase(server.url, new URL(old).pathname.slice(1));
    if (fresh) await dropDatabase(server.url, new URL(fresh).pathname.slice(1));
    await server?.stop();
  });

  it('becomes the same schema as a new one, to the letter', async () => {
    expect(await schemaOf(old)).toEqual(await schemaOf(fresh));
  });

  it('keeps every row, every state and an unbroken journal', async () => {
    const states = await query(
      old,
      'SELECT state, count(*)::integer AS count FROM recipient_status GROUP BY 1 ORDER BY 1',
    );
    expect(states).toEqual([
      { state: 'acknowledged', count: 8 },
      { state: 'delivered', count: 58 },
      { state: 'refused', count: 1 },
      { state: 'withdrawn', count: 1 },
    ]);
    expect(await query(old, TALLIED)).toEqual(states);
    expect(await query(old, 'SELECT count(*)::integer AS n FROM delivery_attempts')).toEqual([
      { n: 68 },
    ]);
    const database = await connect(old);
    try {
      const reports = await database.transaction('REPEATABLE READ', (manager) =>
        verifyJournal(manager),
      );
      const compared = { facts: total(BROUGHT_IN), differing: 0, faults: [] };
      expect(reports).toMatchObject([{ entries: 16 + 17, broken: undefined, compared }]);
    } finally {
      await database.destroy();
    }
  });

  it('has its facts brought into the journal behind its own 16 entries', async () => {
    const entries = await query<{ isKept: boolean }>(
      old,
      `SELECT verb = 'kept' AS "isKept" FROM journal_entries JOIN journal_links ON entry_id = id
       ORDER BY position`,
    );
    expect(entries.map(({ isKept }) => isKept)).toEqual([
      ...Array.from({ length: 16 }, () => false),
      ...Array.from({ length: 17 }, () => true),
    ]);
    const kinds = await query<{ name: string; facts: number }>(
      old,
      `SELECT kind AS name, count(*)::integer AS facts FROM journal_entries,
         jsonb_each(details->'facts') AS sealed (kind, rows), jsonb_object_keys(rows)
       GROUP BY 1`,
    );
    expect(Object.fromEntries(kinds.map(({ name, facts }) => [name, facts]))).toEqual(BROUGHT_IN);
  });

  it('is left as it is by a second time', async () => {
    const before = await query(old, LEFT);
    await migrate(old);
    expect(await query(old, LEFT)).toEqual(before);
  });
}

/** Facts of the dump by kind. */
const BROUGHT_IN = {
  recipients: 68,
  delivery_attempts: 68,
  recipient_lines: 11,
  acknowledgements: 8,
  dispatches: 1,
  submissions: 1,
  signatures: 1,
  register_entries: 1,
  issuances: 1,
  delivery_runs: 1,
  record_copies: 1,
  refusals: 1,
  progress_reports: 1,
  mandates: 1,
  recalls: 1,
  recall_requests: 1,
  recall_notices: 1,
};
const total = (kinds: Record<string, number>) =>
  Object.values(kinds).reduce((sum, facts) => sum + facts, 0);

const LEFT = `
  SELECT name, sha256, applied_at::text AS at FROM computed_files
  UNION ALL SELECT name, '', since::text FROM fact_kinds
  UNION ALL SELECT position::text, hash, '' FROM journal_links ORDER BY 1, 2`;

const TALLIED = `
  SELECT state, sum(count)::integer AS count FROM dispatch_counts
  GROUP BY 1 HAVING sum(count) <> 0 ORDER BY 1`;

async function replay(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(gunzipSync(await readFile(DUMP)).toString());
  } finally {
    await client.end();
  }
}
