import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive } from '../../src/dev/postgres/process-end.ts';
import { startPostgres, type RunningPostgres } from '../../src/dev/postgres/start-postgres.ts';
import { scratchFolder } from '../support/scratch.ts';
import { guardOf, startApplication } from './application.ts';

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const running: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    dataDir = await scratchFolder();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
  });

  const started = async (folder = dataDir): Promise<RunningPostgres> => {
    const server = await startPostgres({ dataDir: folder });
    running.push(server);
    return server;
  };
  const application = async () => {
    const process = await startApplication('./postgres-application.ts', dataDir);
    running.push(process);
    const url = process.firstLine;
    return { ...process, url, socketDir: socketDirOf({ url }) };
  };
  const postmaster = async () =>
    Number((await readFile(join(dataDir, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
  const log = () => readFile(join(dataDir, 'postgres.log'), 'utf8');

  it('keeps the data from one start to the next', async () => {
    const first = await started();
    await query(first.url, `CREATE TABLE kept AS SELECT 'công văn' AS text`);
    await Promise.all([first.stop(), first.stop()]);
    expect(existsSync(socketDirOf(first))).toBe(false);

    const second = await started();
    expect(await query(second.url, 'SELECT text FROM kept')).toEqual([{ text: 'công văn' }]);
  });

  it('gives the application no rights over the server, and others no way in', async () => {
    const { url } = await started();
    await expect(query(url, `SELECT pg_read_file('/etc/passwd')`)).rejects.toThrow(/permission/);
    expect((await stat(new URL(url).searchParams.get('host')!)).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, 'cluster'))).mode & 0o077).toBe(0);
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
  });

  it('understands Vietnamese', async () => {
    const { url } = await started();
    const sorted = await query(
      url,
      `SELECT lower('ĐẶNG') AS lower,
              (SELECT string_agg(n, ' ' ORDER BY n COLLATE "vi-x-icu")
                 FROM unnest(ARRAY['Em', 'Đà', 'Ân', 'Dũng', 'An']) n) AS names`,
    );
    expect(sorted).toEqual([{ lower: 'đặng', names: 'An Ân Dũng Đà Em' }]);
  });

  it('refuses a second application, saying who is in the way', async () => {
    const { url } = await started();
    await expect(startPostgres({ dataDir })).rejects.toThrow(
      new RegExp(`đang được .* sử dụng \\(số tiến trình ${process.pid}\\)[^]*in use`),
    );
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('lets one of two first starts win', async () => {
    const outcomes = await Promise.allSettled([started(), started()]);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(String(lost[0]!.reason)).toMatch(/in use by another/);
  });

  it('stops in good order when its application is killed', async () => {
    const killed = await application();
    const server = await postmaster();
    await killed.kill();
    await until(() => !existsSync(killed.socketDir));
    expect(existsSync(join(dataDir, 'cluster/postmaster.pid'))).toBe(false);
    expect(isAlive(server)).toBe(false);
    expect(await log()).toMatch(/database system is shut down/);
  });

  it('replaces a server that lost both its application and its guard', async () => {
    const killed = await application();
    await query(killed.url, `CREATE TABLE kept AS SELECT 1 AS one`);
    const orphan = await postmaster();
    process.kill(await guardOf(killed.pid), 'SIGKILL');
    await killed.kill();

    const { url } = await started();
    expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(await postmaster()).not.toBe(orphan);
    expect(isAlive(orphan)).toBe(false);
    expect(existsSync(killed.socketDir)).toBe(false);
  });

  it('recovers when everything was killed at once', async () => {
    const killed = await application();
    await query(killed.url, `CREATE TABLE kept AS SELECT 1 AS one`);
    process.kill(await guardOf(killed.pid), 'SIGKILL');
    process.kill(await postmaster(), 'SIGKILL');
    await killed.kill();

    const { url } = await started();
    expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(await log()).toMatch(/not properly shut down; automatic recovery/);
  });

  it('comes back at the same address when the server alone is killed', async () => {
    const { url, complaints } = await application();
    await query(url, `CREATE TABLE kept AS SELECT 1 AS one`);
    process.kill(await postmaster(), 'SIGKILL');
    await until(() =>
      query(url, 'SELECT one FROM kept').then(
        () => true,
        () => false,
      ),
    );
    expect(complaints()).toMatch(/dừng bất thường, đang khởi động lại/);
  });

  it('is not misled by a process id that was given to another program', async () => {
    const first = await started();
    await first.stop();
    const { uid, gid } = await stat(join(dataDir, 'cluster'));
    const other = spawn('sleep', ['60'], process.getuid!() === 0 ? { uid, gid } : {});
    await once(other, 'spawn');
    const path = join(dataDir, 'cluster/postmaster.pid');
    await writeFile(path, [other.pid, dataDir, 1, 5432, '/tmp/noi-nhan-pg-ABCDEF', ''].join('\n'));
    await chown(path, uid, gid);
    expect(await query((await started()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(isAlive(other.pid!)).toBe(true);
    other.kill();
  });

  it('outlives Ctrl-C in the terminal until the application has drained', async () => {
    const interrupted = await application();
    interrupted.signal('SIGINT', true);
    expect(await interrupted.nextLine()).toBe('draining');
    expect(await query(interrupted.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await interrupted.stop();
    expect(existsSync(interrupted.socketDir)).toBe(false);
  });

  it('refuses data of another major version', async () => {
    await (await started()).stop();
    await writeFile(join(dataDir, 'cluster/PG_VERSION'), '17\n');
    await expect(startPostgres({ dataDir })).rejects.toThrow(/PostgreSQL 17[^]*pg_dump/);
  });

  it('works below a folder that only its owner can enter', async () => {
    await chmod(dataDir, 0o700);
    const { url } = await started(join(dataDir, 'inner'));
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

const socketDirOf = ({ url }: { url: string }) => new URL(url).searchParams.get('host')!;

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20);
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
