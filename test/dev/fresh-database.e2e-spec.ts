import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

describe('a fresh database', () => {
  const made: FreshDatabase[] = [];
  const fresh = async () => {
    const database = await freshDatabase();
    made.push(database);
    return database.url;
  };
  afterEach(async () => {
    for (const database of made.splice(0)) await database.drop();
  });

  it('is migrated, and nobody else writes into it', async () => {
    const [mine, other] = await Promise.all([fresh(), fresh()]);
    await query(mine, 'CREATE TABLE only_here ()');
    const tables = `SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`;
    const here = (await query(mine, tables)).map(({ tablename }) => tablename);
    const there = (await query(other, tables)).map(({ tablename }) => tablename);
    expect(here).toEqual(expect.arrayContaining(['only_here', 'dispatches', 'deliveries']));
    expect(there).toContain('dispatches');
    expect(there).not.toContain('only_here');
  });

  it('can be made by many at once', async () => {
    const urls = await Promise.all(Array.from({ length: 12 }, fresh));
    expect(new Set(urls).size).toBe(12);
  });

  it('is reached by TypeORM as by node-pg', async () => {
    const url = await fresh();
    const source = await new DataSource({ type: 'postgres', url }).initialize();
    const [row] = await source.query('SELECT current_database() AS name');
    await source.destroy();
    expect(new URL(url).pathname).toBe(`/${row.name}`);
  });

  it('is dropped although somebody is still connected', async () => {
    const database = await freshDatabase();
    const client = new Client({ connectionString: database.url });
    const cut = new Promise<Error>((resolve) => client.on('error', resolve));
    await client.connect();
    await database.drop();
    expect((await cut).message).toMatch(/terminating connection|terminated/);
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});

async function query(url: string, statement: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
