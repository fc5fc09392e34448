import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { connect } from '../../database/database.ts';
import { urlOf } from '../../dev/postgres/launch.ts';
import { socketsInUse } from '../../dev/postgres/predecessor.ts';
import { startPostgres } from '../../dev/postgres/start-postgres.ts';

/** Works on DATABASE_URL, or on the data of `npm start` whether that runs or not. */
export const withDatabaseHere = <T>(
  env: NodeJS.ProcessEnv,
  work: (database: DataSource) => Promise<T>,
): Promise<T> => withAddressHere(env, (url) => using(url, work));

/** The same for what connects by itself. */
export async function withAddressHere<T>(
  env: NodeJS.ProcessEnv,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (env.DATABASE_URL) return work(env.DATABASE_URL);
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

async function using<T>(url: string, work: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await connect(url);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
