import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withoutBlanks } from '../../platform/config/without-blanks.ts';
import { urlOf } from './launch.ts';
import { socketsInUse } from './predecessor.ts';
import { startPostgres } from './start-postgres.ts';

/** Works on the data of `npm start` in DATA_DIR, whether that runs or not. */
export async function withDataOfStart<T>(
  environment: NodeJS.ProcessEnv,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const env = withoutBlanks(environment);
  const dataDir = resolve(env.DATA_DIR ?? 'data', 'postgres');
  await access(join(dataDir, 'cluster')).catch(() => {
    throw new Error(`Không có dữ liệu ở ${dataDir}. Đặt DATABASE_URL hoặc DATA_DIR.`);
  });
  const sockets = await socketsInUse(dataDir);
  if (sockets) return work(urlOf(sockets, 'noinhan'));
  const postgres = await startPostgres({ dataDir });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
