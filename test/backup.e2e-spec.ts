import { Client } from 'pg';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backUp } from '../src/setup/backup/back-up.ts';
import { restore } from '../src/setup/backup/restore.ts';
import { tablesOf } from '../src/setup/backup/tables.ts';
import { scaledDirectory } from '../src/embedded/sample/sample-directory.ts';
import { freshDatabase, type FreshDatabase } from './support/fresh-database.ts';
import { testOffice, type TestOffice } from './support/office.ts';
import { scratchFolder } from './support/scratch.ts';
import { aDraft, draftedBy, signed } from './support/seed.ts';

/** Every kept row of every table, as text. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found: Record<string, string[]> = {};
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  let office: TestOffice;
  let file: string;
  let dispatch: string;
  let pdf: Buffer;
  const made: FreshDatabase[] = [];
  const empty = async () => {
    const database = await freshDatabase();
    made.push(database);
    return database.url;
  };

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    const drafter = await office.as('chuyenvien');
    dispatch = await draftedBy(
      drafter,
      await aDraft(office, { body: 'Gạch chéo \\. và tab\tvà\n\n\\N dòng mới, “ngoặc”./.' }),
    );
    await signed(office, dispatch);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${dispatch}/issuance`).send({ withoutAddress: true });
    pdf = (await clerk.get(`/api/dispatches/${dispatch}/document`).expect(200)).body;
    file = join(await scratchFolder(), 'backup.sql.gz');
    await backUp(office.config.databaseUrl, file);
  }, 60_000);
  afterAll(async () => {
    await office?.close();
    for (const database of made) await database.drop();
  });

  it('restores to the same rows, and the office goes on from there', async () => {
    const url = await empty();
    await restore(file, url);
    const [before, after] = await Promise.all([contents(office.config.databaseUrl), contents(url)]);
    expect(after).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(20);

    const again = await testOffice({ env: { DATABASE_URL: url } });
    try {
      const clerk = await again.as('vanthu');
      const kept = await clerk.get(`/api/dispatches/${dispatch}/document`).expect(200);
      expect(Buffer.compare(kept.body, pdf)).toBe(0);
      const id = await draftedBy(clerk, await aDraft(again));
      await signed(again, id);
      const issued = await clerk
        .post(`/api/dispatches/${id}/issuance`)
        .send({ withoutAddress: true })
        .expect(201);
      expect(issued.body.number).toBe(2);
      await expect(again.database.query('DELETE FROM journal_entries')).rejects.toThrow('append');
    } finally {
      await again.close();
    }
  });

  it('holds no session, and whoever reads it signs in nowhere', async () => {
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).not.toContain('COPY public."sessions"');
    expect(text).toContain('$argon2id$');
    expect(text).not.toContain('thai-binh-2024');
  });

  it('goes only into an empty database', async () => {
    await expect(restore(file, office.config.databaseUrl)).rejects.toThrow('not empty');
  });

  it('is refused when it is cut off, of another version, or something else; nothing is left behind', async () => {
    const url = await empty();
    const folder = await scratchFolder();
    const text = gunzipSync(await readFile(file));
    const spoilt = async (name: string, bytes: Buffer) => {
      const path = join(folder, name);
      await writeFile(path, gzipSync(bytes));
      return restore(path, url);
    };
    await expect(spoilt('cut', text.subarray(0, text.length / 2))).rejects.toThrow('cut off');
    await expect(spoilt('end', text.subarray(0, text.length - 8))).rejects.toThrow('cut off');
    const older = Buffer.from(text.toString().replace(/-- migration .*\nBEGIN/, 'BEGIN'));
    await expect(spoilt('older', older)).rejects.toThrow('another version');
    await expect(spoilt('other', Buffer.from('SELECT 1;\n'))).rejects.toThrow('no backup');
    expect((await contents(url))['offices']).toEqual([]);
  });
});
