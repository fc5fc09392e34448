import { constants } from 'node:fs';
import { access, chown, mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findBinaries, linkLibraries } from './binaries.ts';
import { ensureCluster, keeperOf } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { postGuard, type Guard } from './guard.ts';
import { launch, urlOf } from './launch.ts';
import { claim } from './owner.ts';
import { chooseAccount } from './server-account.ts';
import { logIn, type ServerOptions } from './server-process.ts';
import { makeSocketDir } from './socket-dir.ts';

export interface PostgresOptions {
  /** Made if missing; holds the cluster and `postgres.log`. */
  dataDir: string;
  /** False for tests: no fsync, so the data does not survive a crash of the machine. */
  durable?: boolean;
  /** A folder to remove at the end, also when this process is killed. */
  throwAway?: string;
}

export interface RunningPostgres {
  /** For node-pg, TypeORM and BullMQ: database and role `noinhan`, over a unix socket. */
  url: string;
  /** Fast shutdown: ends every session, at most 30 s; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts the bundled PostgreSQL on `dataDir`, for this process alone: it ends with `stop()`, or by
 * itself when this process is gone. Works as root and as an ordinary user.
 * Throws EmbeddedPostgresError, which says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  refuseWindows();
  const socketDir = await makeSocketDir();
  const leftovers = [socketDir, ...(options.throwAway ? [options.throwAway] : [])];
  const guard = postGuard(leftovers);
  const claimed = await claim(socketDir);
  const leave = async () => {
    claimed.release();
    for (const folder of leftovers) await rm(folder, { recursive: true, force: true });
    guard.release();
  };
  try {
    const stopServer = await keepRunning(await prepare(options, socketDir, guard), guard);
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      try {
        await stopServer();
      } finally {
        await leave();
      }
    };
    return { url: urlOf(socketDir, 'noinhan'), stop: () => (stopping ??= stop()) };
  } catch (error) {
    await leave();
    throw error;
  }
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return;
  throw new EmbeddedPostgresError(
    'PostgreSQL đi kèm chỉ chạy trên Linux và macOS. Trên Windows hãy dùng WSL, hoặc đặt biến DATABASE_URL.',
    'The bundled PostgreSQL runs on Linux and macOS only. On Windows use WSL, or set DATABASE_URL.',
  );
}

async function prepare(
  { dataDir: given, durable = true }: PostgresOptions,
  socketDir: string,
  guard: Guard,
): Promise<ServerOptions> {
  const dataDir = await openDataDir(given);
  const binaries = findBinaries();
  const environment = {
    PATH: process.env['PATH'],
    ...(await linkLibraries(binaries, join(dataDir, 'lib'))),
  };
  const keeper = await keeperOf(dataDir);
  const folders = [dataDir, dirname(socketDir)];
  const account = await chooseAccount({ binaries, environment, folders, keeper });
  if (account.owner) await chown(socketDir, account.owner.uid, account.owner.gid);
  await ensureCluster(dataDir, { account, binaries, environment, durable, guard });
  return { account, binaries, environment, dataDir, socketDir, durable };
}

async function openDataDir(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `Không ghi được vào thư mục dữ liệu ${path}. Cấp quyền ghi cho người đang chạy, hoặc chọn thư mục khác.`,
      `Cannot write to the data folder ${path}. Give write permission to whoever runs this, or choose another folder.`,
      { cause, detail: String(cause) },
    );
  }
}

/** Starts the server again should it die, at the same address; resolves to what stops it. */
async function keepRunning(options: ServerOptions, guard: Guard): Promise<() => Promise<void>> {
  let server = await launch(options, guard);
  let wanted = true;
  const watch = async () => {
    for (;;) {
      await server.ended;
      if (!wanted) return;
      console.error(
        `PostgreSQL dừng bất thường, đang khởi động lại. Xem ${logIn(options.dataDir)}.`,
      );
      server = await launch(options, guard);
      if (!wanted) await server.stop();
    }
  };
  const watching = watch().catch((error: unknown) => console.error(error));
  return async () => {
    wanted = false;
    await server.stop();
    await watching;
  };
}
