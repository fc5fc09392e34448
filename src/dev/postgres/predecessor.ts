import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterIn } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { answers, ownerOf } from './owner.ts';
import { isAlive, stopProcess } from './process-end.ts';
import { removeSocketDir } from './socket-dir.ts';

/** What `postmaster.pid` says of the server that has, or had, this data. */
interface Predecessor {
  pid: number;
  socketDir: string;
}

/**
 * Clears the way for a new server: refuses when another living application uses the data, stops a
 * server that lost its application, and forgets one that is gone.
 */
export async function succeed(dataDir: string, ownSocketDir: string): Promise<void> {
  const former = await predecessorIn(clusterIn(dataDir));
  if (!former || former.socketDir === ownSocketDir) return;
  const owner = await ownerOf(former.socketDir);
  if (owner) {
    throw new EmbeddedPostgresError(
      `Dữ liệu trong ${dataDir} đang được một tiến trình Nơi Nhận khác sử dụng (số tiến trình ${owner}). Dừng tiến trình đó trước, hoặc chọn thư mục dữ liệu khác.`,
      `The data in ${dataDir} is in use by another Nơi Nhận process (process id ${owner}). Stop it first, or choose another data folder.`,
    );
  }
  if (await serves(former)) await stopProcess(former.pid);
  else await rm(join(clusterIn(dataDir), 'postmaster.pid'), { force: true });
  await removeSocketDir(former.socketDir);
}

/** Socket folder of the server that a living application keeps on this data, if one does. */
export async function socketsInUse(dataDir: string): Promise<string | undefined> {
  const former = await predecessorIn(clusterIn(dataDir));
  return former && (await serves(former)) ? former.socketDir : undefined;
}

/**
 * False also when the process id was given to some other program since, as happens after a power
 * cut: a server listens before it writes down where. Should this be wrong, PostgreSQL still finds
 * the shared memory of this data in use.
 */
async function serves({ pid, socketDir }: Predecessor): Promise<boolean> {
  return isAlive(pid) && (await answers(join(socketDir, '.s.PGSQL.5432')));
}

async function predecessorIn(cluster: string): Promise<Predecessor | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , , socketDir] = text.split('\n');
  return Number(pid) > 0 && socketDir ? { pid: Number(pid), socketDir } : undefined;
}
