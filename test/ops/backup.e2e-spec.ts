import { Client } from 'pg';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backUp } from '../../src/ops/backup/back-up.ts';
import { restore } from '../../src/ops/backup/restore.ts';
import { tablesOf } from '../../src/ops/backup/tables.ts';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { testOffice, type TestOffice } from '../support/office.ts';
import { scratchFolder } from '../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../support/seed.ts';
import { until } from '../support/until.ts';
import { built } from '../support/built.ts';

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
    await expect(restore(file, office.config.databaseUrl)).rejects.toThrow('đã có cơ quan');
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
    await expect(spoilt('cut', text.subarray(0, text.length / 2))).rejects.toThrow('bị cắt cụt');
    await expect(spoilt('end', text.subarray(0, text.length - 8))).rejects.toThrow('bị cắt cụt');
    const older = Buffer.from(text.toString().replace(/-- migration .*\nBEGIN/, 'BEGIN'));
    await expect(spoilt('older', older)).rejects.toThrow('phiên bản khác');
    const newer = Buffer.from(text.toString().replace('\nBEGIN', '\n-- migration Later1\nBEGIN'));
    await expect(spoilt('newer', newer)).rejects.toThrow('mới hơn, ghi (nó có migration Later1)');
    await expect(spoilt('other', Buffer.from('SELECT 1;\n'))).rejects.toThrow(
      'không phải bản sao lưu',
    );
    expect((await contents(url))['offices']).toEqual([]);
  });

  describe('that cannot be restored', () => {
    const tables = async (url: string): Promise<number> => {
      const client = new Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query(
        `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'`,
      );
      await client.end();
      return rows[0].n;
    };
    const refused = async (name: string, bytes: Buffer, words: string) => {
      const path = join(await scratchFolder(), name);
      await writeFile(path, bytes);
      const url = await bare();
      await expect(restore(path, url)).rejects.toThrow(words);
      expect(await tables(url)).toBe(0);
    };
    /** Not even migrated. */
    const bare = async () => {
      const url = await empty();
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      await client.end();
      return url;
    };

    it('because its file is damaged in transit says so before anything is touched', async () => {
      const whole = await readFile(file);
      const flipped = Buffer.from(whole);
      flipped[Math.floor(whole.length / 2)]! ^= 1;
      await refused('flipped.gz', flipped, 'bị hỏng');
      await refused('half.gz', whole.subarray(0, whole.length / 2), 'bị cắt cụt');
      await refused('last.gz', whole.subarray(0, whole.length - 4), 'bị cắt cụt');
      await refused('sum.gz', Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)]), 'bị hỏng');
      await refused('text.sql', gunzipSync(whole), 'không phải bản sao lưu');
      await refused('nothing.gz', Buffer.alloc(0), 'bị cắt cụt');
      await refused('empty.gz', gzipSync(''), 'không phải bản sao lưu');
      await expect(restore('/nowhere/backup.sql.gz', await bare())).rejects.toThrow(
        'Không đọc được bản sao lưu',
      );
    });

    it('because rows are refused leaves nothing and can be repeated', async () => {
      const url = await empty();
      const text = gunzipSync(await readFile(file)).toString('latin1');
      const twice = text.replace(/(COPY public\."journal_links".*\n)(.*\n)/, '$1$2$2');
      const path = join(await scratchFolder(), 'twice.gz');
      await writeFile(path, gzipSync(Buffer.from(twice, 'latin1')));
      await expect(restore(path, url)).rejects.toThrow(
        /^Khôi phục dở dang: bản sao lưu có dòng trùng .*\(khi nạp bảng journal_links\) \[23505\]\. Không giữ lại gì: .*chưa có dòng nào.* Dùng bản sao lưu khác\.$/,
      );
      expect((await contents(url))['offices']).toEqual([]);
      await restore(file, url);
      expect((await contents(url))['offices']).toHaveLength(1);
    });

    it('because the database goes away meanwhile leaves nothing', async () => {
      const url = await empty();
      const [holder, watcher] = [1, 2].map(() => new Client({ connectionString: url }));
      await holder!.connect();
      await watcher!.connect();
      await holder!.query('BEGIN; LOCK TABLE journal_links');
      const waiting = until('the restore waits for the lock', async () => {
        const { rows } = await watcher!.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return rows.length > 0;
      });
      await expect(restore(file, url)).rejects.toThrow(
        /^Khôi phục dở dang: mất kết nối tới PostgreSQL .* Không giữ lại gì: .* chạy lại lệnh này\.$/,
      );
      await waiting;
      await holder!.end();
      await watcher!.end();
      expect((await contents(url))['offices']).toEqual([]);
    });

    it('is told by the command in one sentence; a backup that fails leaves the one before', async () => {
      const command = (name: string, path: string, url: string) =>
        spawnSync(process.execPath, [built(`src/ops/backup/${name}.ts`), path], {
          cwd: packageRoot,
          encoding: 'utf8',
          env: { ...process.env, DATABASE_URL: url },
        });
      const path = join(await scratchFolder(), 'half.gz');
      await writeFile(path, (await readFile(file)).subarray(0, 3000));
      const half = command('restore-command', path, await empty());
      expect(half).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^Bản sao lưu bị cắt cụt.*\n$/),
      });
      const away = command('restore-command', file, 'postgres://127.0.0.1:1/none');
      expect(away.stderr).toMatch(/^Chưa khôi phục gì: .*ECONNREFUSED.*\n$/);
      const gone = command('restore-command', '/nowhere/b.gz', office.config.databaseUrl);
      expect(gone.stderr).toMatch(/^Không đọc được bản sao lưu. Không có tệp .*\n$/);
      const failed = command('back-up-command', path, 'postgres://127.0.0.1:1/none');
      expect(failed).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^Không có bản sao lưu mới: .*\n$/),
      });
      expect((await readFile(path)).length).toBe(3000);
      const nowhere = command('back-up-command', '/nowhere/b.gz', office.config.databaseUrl);
      expect(nowhere).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/Không có tệp hoặc thư mục .nowhere.*\n$/),
      });
    });
  });
});
