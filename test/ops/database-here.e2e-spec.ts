import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../src/database/migrate.ts';
import { startPostgres } from '../../src/dev/postgres/start-postgres.ts';
import { connect } from '../../src/database/database.ts';
import { InstallationKeys } from '../../src/platform/installation/installation-keys.ts';
import { requireOwnSecret } from '../../src/platform/installation/own-secret.ts';
import { runProgram } from '../support/run-program.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('DATABASE_URL of operators’ commands', () => {
  const COMMANDS: [string, string[]][] = [
    ['explain/explain-command', ['7/2026']],
    ['reset-sign-in', ['vanthu']],
    ['journal/verify-command', []],
    ['journal/erase-command', ['--office', 'A', '--whom', 'B', '--reason', 'C']],
    ['backup/back-up-command', ['b.gz']],
    ['backup/restore-command', ['b.gz']],
    ['secret/renew-secret-command', []],
  ];
  const INSTALLATION_SECRET = 'a secret of thirty-two letters at least';

  it.each(COMMANDS)('is not set when it is blank: %s', async (command, args) => {
    const folder = await scratchFolder();
    const env = { DATABASE_URL: ' ', DATA_DIR: folder, INSTALLATION_SECRET };
    const { said } = await runProgram(`ops/${command}`, args, env);
    expect(said).toMatch(/Không có dữ liệu ở |^Không đọc được bản sao lưu/);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(COMMANDS)('is told when it is no address: %s', async (command, args) => {
    const env = { DATABASE_URL: 'noinhan@may/noinhan', INSTALLATION_SECRET };
    const { code, said } = await runProgram(`ops/${command}`, args, env);
    expect(code).toBeGreaterThan(0);
    expect(said).toContain('DATABASE_URL phải có dạng postgresql://');
  });
});

describe('operators’ commands on the data of npm start', () => {
  const FORMER = 'the secret so far, of thirty-two letters';
  const NEXT = 'the next secret, also thirty-two letters';
  let folder: string;
  const onServer = async (work: (url: string) => Promise<void>) => {
    const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
    try {
      await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  };

  beforeAll(async () => {
    folder = await scratchFolder();
    await onServer(async (url) => {
      await migrate(url);
      const database = await connect(url);
      await requireOwnSecret(database.manager, new InstallationKeys(FORMER));
      await database.query(`INSERT INTO offices (code) VALUES ('A')`);
      await database.destroy();
    });
  }, 120_000);

  it('back it up, say which it was, and restore into a new folder alone', async () => {
    const file = join(await scratchFolder(), 'backup.sql.gz');
    const backup = await runProgram('ops/backup/back-up-command', [file], { DATA_DIR: folder });
    expect(backup).toEqual({
      code: 0,
      out: `${file}\n`,
      said: `Đã sao lưu dữ liệu của npm start ở ${folder}.\n`,
    });
    const restore = (DATA_DIR: string) =>
      runProgram('ops/backup/restore-command', [file], { DATA_DIR });
    const full = await restore(folder);
    expect(full).toMatchObject({ code: 1, out: '' });
    expect(full.said).toContain('đã có cơ quan');
    expect(full.said).toContain('DATA_DIR');
    const other = join(await scratchFolder(), 'moi');
    const done = await restore(other);
    expect(done).toMatchObject({ code: 0, said: '' });
    expect(done.out).toContain(`vào dữ liệu của npm start ở ${other}.`);
    expect(done.out).toContain('installation-secret');
    expect((await restore(other)).said).toContain('đã có cơ quan');
  }, 120_000);

  it('leave nothing in a new folder when the backup cannot be read', async () => {
    const file = join(await scratchFolder(), 'not.sql.gz');
    await writeFile(file, 'no backup');
    const other = await scratchFolder();
    const { code } = await runProgram('ops/backup/restore-command', [file], { DATA_DIR: other });
    expect(code).toBe(1);
    expect(await readdir(other)).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe('no backup');
  });

  it('renew its secret, and say where the new one goes', async () => {
    const secrets = { INSTALLATION_SECRET: NEXT, FORMER_INSTALLATION_SECRET: FORMER };
    const renew = (...args: string[]) =>
      runProgram('ops/secret/renew-secret-command', args, { DATA_DIR: folder, ...secrets });
    const told = await renew();
    expect(told).toMatchObject({ code: 0, said: '' });
    expect(told.out).toContain(`Ở dữ liệu của npm start ở ${folder}:`);
    await onServer(async () => {
      expect((await renew()).code).toBe(0);
    });
    const renewed = await renew('--confirm');
    expect(renewed).toMatchObject({ code: 0, said: '' });
    expect(renewed.out).toContain('tệp installation-secret trong DATA_DIR');
    expect((await renew('--confirm')).said).toContain('vẫn là khóa đang dùng');
  }, 120_000);
});
