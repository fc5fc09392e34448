import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { Guard } from './guard.ts';
import type { ServerAccount } from './server-account.ts';

const run = promisify(execFile);
const MAJOR_VERSION = '18';
const DRAFT = 'new-cluster-';
/** No initialisation takes this long: what is older was interrupted. */
const DRAFT_LIFE_MS = 3_600_000;

export interface InitialisationOptions {
  account: ServerAccount;
  binaries: Binaries;
  environment: NodeJS.ProcessEnv;
  durable: boolean;
  guard: Guard;
}

export const clusterIn = (dataDir: string) => join(dataDir, 'cluster');

/** Owner of the data already there; undefined before the first start. */
export async function keeperOf(dataDir: string): Promise<{ uid: number; gid: number } | undefined> {
  const { uid, gid } = (await stat(clusterIn(dataDir)).catch(() => undefined)) ?? {};
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** Makes the cluster at the first start, and refuses one that this server cannot read. */
export async function ensureCluster(
  dataDir: string,
  options: InitialisationOptions,
): Promise<void> {
  const cluster = clusterIn(dataDir);
  await removeDrafts(dataDir);
  const keeper = await keeperOf(dataDir);
  if (!keeper) return initialise(dataDir, options);
  await takeOver(cluster, keeper.uid, options.account);
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== MAJOR_VERSION) {
    throw new EmbeddedPostgresError(
      `Dữ liệu trong ${cluster} thuộc PostgreSQL ${version}, còn chương trình đi kèm là ${MAJOR_VERSION}. Dùng lại bản cũ để xuất dữ liệu (pg_dump), đổi tên thư mục này, khởi động lại rồi nạp vào.`,
      `The data in ${cluster} belongs to PostgreSQL ${version}, and the bundled server is ${MAJOR_VERSION}. Export it with the former version (pg_dump), rename this folder, start again and import.`,
    );
  }
}

/** Built aside and renamed, so that an interrupted initialisation never looks like a database. */
async function initialise(dataDir: string, options: InitialisationOptions): Promise<void> {
  const { account, binaries, environment, durable, guard } = options;
  const draft = await mkdtemp(join(dataDir, DRAFT));
  try {
    if (account.owner) await chown(draft, account.owner.uid, account.owner.gid);
    const [file, args, user] = account.command(binaries.initdb, [
      '-D',
      draft,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--auth-local=trust',
      '--auth-host=reject',
      ...(durable ? [] : ['--no-sync']),
    ]);
    const running = run(file, args, { ...user, cwd: '/', env: environment });
    guard.watch(running.child.pid);
    await running;
    await rename(draft, clusterIn(dataDir));
  } catch (cause) {
    guard.watch(undefined);
    await rm(draft, { recursive: true, force: true });
    const { code, stderr } = cause as { code?: unknown; stderr?: string };
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    throw new EmbeddedPostgresError(
      `Không tạo được cơ sở dữ liệu trong ${dataDir}. Kiểm tra đĩa còn chỗ trống và quyền ghi vào thư mục, rồi chạy lại.`,
      `Cannot create the database in ${dataDir}. Check that the disk has room and the folder can be written to, then run again.`,
      { cause, detail: stderr ?? String(cause) },
    );
  }
}

/** A copy put back by root belongs to root, and one made by `cp -r` is readable by others. */
async function takeOver(cluster: string, keeper: number, account: ServerAccount): Promise<void> {
  if (account.owner && account.owner.uid !== keeper) {
    await run('chown', ['-R', `${account.owner.uid}:${account.owner.gid}`, cluster]);
  }
  if (!account.owner && keeper !== process.getuid?.()) {
    throw new EmbeddedPostgresError(
      `Dữ liệu trong ${cluster} thuộc người dùng số ${keeper}. Chạy lại bằng đúng người dùng đó (hoặc root), hoặc đổi chủ sở hữu: sudo chown -R $(id -un) ${cluster}`,
      `The data in ${cluster} belongs to user ${keeper}. Run again as that user (or root), or change its owner: sudo chown -R $(id -un) ${cluster}`,
    );
  }
  await chmod(cluster, 0o700);
}

async function removeDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(DRAFT)) continue;
    const { mtimeMs } = await stat(join(dataDir, name));
    if (Date.now() - mtimeMs < DRAFT_LIFE_MS) continue;
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
}
