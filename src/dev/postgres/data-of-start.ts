import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withoutBlanks } from '../../platform/config/without-blanks.ts';
import { urlOf } from './launch.ts';
import { socketsInUse } from './predecessor.ts';
import { startPostgres } from './start-postgres.ts';

export interface DataOfStart {
  url: string;
  /** What DATA_DIR names. */
  folder: string;
}

/**
 * Works on the data of `npm start` in DATA_DIR, whether that runs or not. Where there is none yet it is made only if it
 * may be, and only in a folder that was named.
 */
export async function withDataOfStart<T>(
  environment: NodeJS.ProcessEnv,
  { mayBeNew = false }: { mayBeNew?: boolean },
  work: (found: DataOfStart) => Promise<T>,
): Promise<T> {
  const env = withoutBlanks(environment);
  const folder = resolve(env.DATA_DIR ?? 'data');
  const dataDir = join(folder, 'postgres');
  const isThere = await access(join(dataDir, 'cluster')).then(
    () => true,
    () => false,
  );
  if (!isThere && !(mayBeNew && env.DATA_DIR)) {
    throw new Error(`Không có dữ liệu ở ${dataDir}. Đặt DATABASE_URL hoặc DATA_DIR.`);
  }
  const sockets = await socketsInUse(dataDir);
  if (sockets) return work({ url: urlOf(sockets, 'noinhan'), folder });
  const postgres = await startPostgres({ dataDir });
  try {
    return await work({ url: postgres.url, folder });
  } finally {
    await postgres.stop();
  }
}
