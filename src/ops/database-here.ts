import type { DataSource } from 'typeorm';
import { connect } from '../database/database.ts';
import { databaseUrlIn } from '../platform/config/database-url.ts';
import { withoutBlanks } from '../platform/config/without-blanks.ts';

type WithUrl = <T>(env: NodeJS.ProcessEnv, work: (url: string) => Promise<T>) => Promise<T>;

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
  const set = withoutBlanks(env);
  if (set.DATABASE_URL) return work(databaseUrlIn(set));
  return (await dataOfStart())(set, work);
}

/** `dev` is no part of an installation: there DATABASE_URL is the only way. */
async function dataOfStart(): Promise<WithUrl> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = new URL(`../dev/postgres/data-of-start.${extension}`, import.meta.url);
  const found = (await import(file.href).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('Đặt DATABASE_URL: địa chỉ của cơ sở dữ liệu.');
  })) as { withDataOfStart: WithUrl };
  return found.withDataOfStart;
}

async function using<T>(url: string, work: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await connect(url);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
