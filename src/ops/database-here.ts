import type { DataSource } from 'typeorm';
import { connect } from '../database/database.ts';
import { databaseUrlIn } from '../platform/config/database-url.ts';
import { withoutBlanks } from '../platform/config/without-blanks.ts';

/** The database that a command means. */
export interface DatabaseHere {
  url: string;
  /** For whoever runs the command: `noinhan trên db.example`, `dữ liệu của npm start ở /srv/data`. */
  name: string;
  isOfStart: boolean;
}

export interface LookingFor {
  /** The folder that DATA_DIR names may still be empty: it is for a database to be made. */
  mayBeNew?: boolean;
}

type WithDataOfStart = <T>(
  env: NodeJS.ProcessEnv,
  looking: LookingFor,
  work: (found: { url: string; folder: string }) => Promise<T>,
) => Promise<T>;

/** Works on DATABASE_URL, or on the data of `npm start` whether that runs or not. */
export const withDatabaseHere = <T>(
  env: NodeJS.ProcessEnv,
  work: (database: DataSource, here: DatabaseHere) => Promise<T>,
): Promise<T> =>
  withAddressHere(env, async (here) => {
    const database = await connect(here.url);
    try {
      return await work(database, here);
    } finally {
      await database.destroy();
    }
  });

/** The same for what connects by itself. */
export async function withAddressHere<T>(
  env: NodeJS.ProcessEnv,
  work: (here: DatabaseHere) => Promise<T>,
  looking: LookingFor = {},
): Promise<T> {
  const set = withoutBlanks(env);
  if (set.DATABASE_URL) {
    const url = databaseUrlIn(set);
    return work({ url, name: nameOf(url), isOfStart: false });
  }
  const withDataOfStart = await dataOfStart();
  return withDataOfStart(set, looking, ({ url, folder }) =>
    work({ url, name: `dữ liệu của npm start ở ${folder}`, isOfStart: true }),
  );
}

/** Throws when DATABASE_URL is set and is no address. */
export function requireAddress(env: NodeJS.ProcessEnv): void {
  const set = withoutBlanks(env);
  if (set.DATABASE_URL) databaseUrlIn(set);
}

/** Without account and password. */
function nameOf(url: string): string {
  const { pathname, host, searchParams } = new URL(url);
  const name = searchParams.get('dbname') ?? decodeURIComponent(pathname.slice(1));
  return `cơ sở dữ liệu ${name} trên ${searchParams.get('host') ?? (host || 'máy này')}`;
}

/** `dev` is no part of an installation: there DATABASE_URL is the only way. */
async function dataOfStart(): Promise<WithDataOfStart> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = new URL(`../dev/postgres/data-of-start.${extension}`, import.meta.url);
  const found = (await import(file.href).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('Đặt DATABASE_URL: địa chỉ của cơ sở dữ liệu.');
  })) as { withDataOfStart: WithDataOfStart };
  return found.withDataOfStart;
}
