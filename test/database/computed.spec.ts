import { readdir, readFile } from 'node:fs/promises';
import { schemaOf } from '../support/schema-of.ts';
import { freshDatabase } from '../support/fresh-database.ts';

const FOLDER = new URL('../../src/database/computed/', import.meta.url);

describe('what the database computes', () => {
  it('is all in computed/*.sql, nothing of it in a migration', async () => {
    const names = await readdir(FOLDER);
    const files = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8')));
    const sql = files
      .join('\n')
      .replaceAll('%1$s', 'new')
      .concat(files.join('\n').replaceAll('%1$s', 'changed'));
    const fresh = await freshDatabase();
    try {
      const objects = Object.keys(await schemaOf(fresh.url)).filter((name) =>
        /^(function|view) /.test(name),
      );
      expect(objects.length).toBeGreaterThan(20);
      const elsewhere = objects.filter(
        (name) => !new RegExp(`\\b${name.split(' ')[1]}\\b`).test(sql),
      );
      expect(elsewhere).toEqual([]);
    } finally {
      await fresh.drop();
    }
  });
});
