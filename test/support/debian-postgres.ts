import { execFile as execFileWithCallback } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

const execFile = promisify(execFileWithCallback);
const BIN = '/usr/lib/postgresql/15/bin';
export const INITDB = join(BIN, 'initdb');

export interface DebianPostgres {
  /** Of its maintenance database. */
  url: string;
  stop(): Promise<void>;
}

/**
 * PostgreSQL 15 as Debian 12 brings it, in a folder of its own; `locale` is what initdb is told of it, `env` what its
 * processes have beside ours.
 */
export async function debianPostgres(
  locale: string[] = ['--locale=C.UTF-8'],
  env: Record<string, string> = {},
): Promise<DebianPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'noi-nhan-pg15-'));
  const data = join(folder, 'data');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const { stdout } = await execFile('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), -1);
  }
  await chmod(folder, 0o755);
  const run = (command: string, args: string[]) => {
    const path = join(BIN, command);
    const options = { cwd: folder, env: { ...process.env, ...env } };
    return isRoot
      ? execFile('runuser', ['-u', 'postgres', '--', path, ...args], options)
      : execFile(path, args, options);
  };
  const port = await freePort();
  await run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', ...locale]);
  const options = `-p ${port} -c unix_socket_directories= -c listen_addresses=127.0.0.1 -c fsync=off`;
  await run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
