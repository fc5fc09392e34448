import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/database/database.ts';
import { freshDatabase } from '../support/fresh-database.ts';

describe('the database', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: DataSource;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await new DataSource(databaseOptions(fresh.url)).initialize();
  });

  afterAll(async () => {
    await database.destroy();
    await fresh.drop();
  });

  it('is exactly what the entities say', async () => {
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('notices a column that the entities do not have', async () => {
    await database.query('ALTER TABLE agencies ADD COLUMN telex text');
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([expect.stringContaining('telex')]);
    await database.query('ALTER TABLE agencies DROP COLUMN telex');
  });

  it.each([
    'journal_entries',
    'journal_links',
    'delivery_attempts',
    'delivery_reports',
    'acknowledgements',
    'refusals',
    'progress_reports',
  ])('refuses to change or delete from %s', async (table) => {
    await expect(database.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    await expect(database.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
  });
});
