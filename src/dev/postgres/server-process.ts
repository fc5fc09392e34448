import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { clusterIn } from './cluster.ts';
import { stopProcess } from './process-end.ts';
import type { ServerAccount } from './server-account.ts';

const LARGEST_LOG_BYTES = 20_000_000;

export interface ServerOptions {
  account: ServerAccount;
  binaries: Binaries;
  environment: NodeJS.ProcessEnv;
  dataDir: string;
  socketDir: string;
  durable: boolean;
}

export interface ServerProcess {
  pid: number;
  /** Settled once the process has ended, however it ended. */
  ended: Promise<void>;
  hasEnded(): boolean;
  /** What the server said since this start. */
  said(): Promise<string>;
  stop(): Promise<void>;
}

export const logIn = (dataDir: string) => join(dataDir, 'postgres.log');

/** In a session of its own: Ctrl-C in the terminal is for the application, which stops it last. */
export async function spawnServer(options: ServerOptions): Promise<ServerProcess> {
  const log = await openLog(logIn(options.dataDir));
  try {
    const start = (await log.stat()).size;
    const [file, args, user] = options.account.command(
      options.binaries.postgres,
      settings(options),
    );
    const child = spawn(file, args, {
      ...user,
      cwd: '/',
      env: options.environment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    return await supervise(child, () => readFrom(logIn(options.dataDir), start));
  } finally {
    await log.close();
  }
}

async function supervise(child: ChildProcess, said: () => Promise<string>): Promise<ServerProcess> {
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      over = true;
      resolve();
    });
  });
  child.unref();
  return {
    pid: child.pid!,
    ended,
    hasEnded: () => over,
    said,
    async stop() {
      child.ref();
      await stopProcess(child.pid!, () => over);
    },
  };
}

function settings({ dataDir, socketDir, durable }: ServerOptions): string[] {
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '200',
    shared_buffers: '128MB',
    random_page_cost: '1.1', // as on every disk without a moving head
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_checkpoints: 'off',
    lc_messages: 'C',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const pairs = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', clusterIn(dataDir), ...pairs];
}

async function openLog(path: string) {
  const { size } = (await stat(path).catch(() => undefined)) ?? { size: 0 };
  if (size > LARGEST_LOG_BYTES) await rename(path, `${path}.old`);
  return open(path, 'a', 0o600);
}

async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size - start, 64_000));
    await file.read(tail, 0, tail.length, size - tail.length);
    return tail.toString();
  } finally {
    await file.close();
  }
}
