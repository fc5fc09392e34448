import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { databaseDoor } from './database-door.ts';
import { freePort } from './free-port.ts';
import { scratchFolder } from './scratch.ts';
import { until } from './until.ts';

export interface Pooler {
  /** The same database, through the pooler. */
  url: string;
  stop(): Promise<void>;
}

/** Debian's PgBouncer before one database, as somebody who is not root. */
export async function pgbouncer(
  databaseUrl: string,
  mode: 'session' | 'transaction',
  at?: number,
): Promise<Pooler> {
  const { user, database } = new Client(databaseUrl);
  const behind = await freePort();
  const door = await databaseDoor(databaseUrl, behind); // the server's socket is not for everybody
  await door.open();
  const port = at ?? (await freePort());
  const folder = await scratchFolder();
  const settings = join(folder, 'pgbouncer.ini');
  const lines = [
    '[databases]',
    `* = host=127.0.0.1 port=${behind} user=${user}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${mode}`,
    'default_pool_size = 60',
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
  await chmod(settings, 0o644);
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn('pgbouncer', ['-q', ...asNobody, settings], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const listens = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
  await until('pgbouncer listens', listens);
  return {
    url: `postgres://${user}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      child.kill('SIGQUIT'); // at once
      await ended;
      await door.shut();
    },
  };
}
