import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { connect } from '../../src/database.ts';
import { verifyJournal } from '../../src/journal/verify-journal.ts';
import { describeWith } from '../documents/outside-tool.ts';
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
      expect(reports).toMatchObject([{ entries: 16, broken: undefined }]);
    } finally {
      await database.destroy();
    }
  });

  it('is left as it is by a second time', async () => {
    const before = await query(old, 'SELECT * FROM computed_files ORDER BY name');
    await migrate(old);
    expect(await query(old, 'SELECT * FROM computed_files ORDER BY name')).toEqual(before);
  });
}

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
