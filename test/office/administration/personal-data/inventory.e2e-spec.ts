import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { connect } from '../../../../src/database/database.ts';
import { HOLDINGS } from '../../../../src/office/administration/personal-data/inventory.ts';
import { NOT_PERSONAL } from '../../../../src/office/administration/personal-data/not-personal.ts';
import { VERBS } from '../../../../src/office/administration/personal-data/verbs.ts';
import { packageRoot } from '../../../../src/platform/process/package-root.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/fresh-database.ts';

/** Types that can hold words, addresses or a voice. */
const TELLING = `
  SELECT format('%s.%s', relname, attname) AS name
  FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_type t ON t.oid = atttypid
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
    AND NOT attisdropped AND (typcategory IN ('S', 'I') OR typname IN ('jsonb', 'json', 'bytea',
      'tsvector', '_text', '_varchar', '_jsonb', '_inet'))`;

describe('the inventory of personal data', () => {
  let fresh: FreshDatabase;
  let database: DataSource;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await connect(fresh.url);
  });
  afterAll(async () => {
    await database?.destroy();
    await fresh?.drop();
  });

  const inDatabase = async (): Promise<string[]> =>
    (await database.query<{ name: string }[]>(TELLING)).map(({ name }) => name).toSorted();
  const personal = () =>
    HOLDINGS.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  const listed = () => [
    ...new Set([
      ...personal(),
      ...Object.entries(NOT_PERSONAL).flatMap(([table, columns]) =>
        columns.split(' ').map((column) => `${table}.${column}`),
      ),
    ]),
  ];

  it('lists every column that can tell of a person: a new one goes into a holding or not-personal.ts', async () => {
    expect(listed().toSorted()).toEqual(await inDatabase());
  });

  it('notices a column that nobody thought of', async () => {
    await database.query('ALTER TABLE agencies ADD COLUMN chief_name text');
    try {
      expect((await inDatabase()).filter((name) => !listed().includes(name))).toEqual([
        'agencies.chief_name',
      ]);
    } finally {
      await database.query('ALTER TABLE agencies DROP COLUMN chief_name');
    }
  });

  it('calls nothing both personal and not, save what is so for some rows alone', () => {
    const both = personal().filter((name) => {
      const [table, column] = name.split('.') as [string, string];
      return NOT_PERSONAL[table]?.split(' ').includes(column);
    });
    expect(both).toEqual([]);
  });

  it('erases from no table of the official record, which refuses it', async () => {
    const rows = await database.query<{ table: string }[]>(
      `SELECT relname AS table FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
       WHERE tgname LIKE '%_append_only'`,
    );
    const appendOnly = new Set(rows.map(({ table }) => table));
    expect(appendOnly.size).toBeGreaterThan(10);
    const erased = HOLDINGS.filter(
      ({ table, erasure }) => appendOnly.has(table) && erasure.way !== 'keep',
    );
    expect(erased).toEqual([]);
  });

  it('has words for every verb that the journal is given', () => {
    const files = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(office|ops)\/.*\.tsx?$/.test(file))
      .map((file) => readFileSync(join(packageRoot, 'src', file), 'utf8'));
    const verbs = files.flatMap((source) =>
      [...source.matchAll(/\brecord(?:Acts)?\(\s*[\w.]*manager,[^';]{0,120}'([a-z-]+)'/g)].map(
        ([, verb]) => verb!,
      ),
    );
    expect(verbs.length).toBeGreaterThan(60);
    expect(verbs.filter((verb) => !VERBS[verb])).toEqual([]);
  });

  it('knows each kind by a name of its own', () => {
    const names = HOLDINGS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
