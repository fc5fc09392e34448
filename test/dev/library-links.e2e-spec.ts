import { execFile } from 'node:child_process';
import { chmod, cp, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries, linkLibraries, type Binaries } from '../../src/dev/postgres/binaries.ts';
import { scratchFolder } from '../support/scratch.ts';

const run = promisify(execFile);
const NOBODY = 65_534;

/** As `npm ci --ignore-scripts` leaves the package: programs and libraries, no links. */
describe('the library links that npm cannot pack', () => {
  let folder: string;
  let unlinked: Binaries;

  beforeAll(async () => {
    folder = await scratchFolder();
    const installed = findBinaries();
    const root = join(folder, 'package');
    await cp(installed.root, root, { recursive: true, filter: isNoLink });
    unlinked = { root, initdb: inside(installed.initdb), postgres: inside(installed.postgres) };
    function inside(program: string): string {
      return program.replace(installed.root, root);
    }
  });

  it('are missing at first, and the programs do not start', async () => {
    await expect(run(unlinked.initdb, ['--version'])).rejects.toThrow(/shared librar/);
  });

  it('are made aside when the package cannot be written to', async () => {
    const spare = join(folder, 'spare');
    await chmod(folder, 0o777);
    const environment = await asOrdinaryUser(join(unlinked.root, 'native/lib'), () =>
      linkLibraries(unlinked, spare),
    );
    expect(Object.values(environment).join()).toContain(spare);
    const { stdout } = await run(unlinked.initdb, ['--version'], { env: environment });
    expect(stdout).toMatch(/PostgreSQL/);
  });

  it('are made in the package, relative, so that it can be moved', async () => {
    expect(await linkLibraries(unlinked, join(folder, 'unused'))).toEqual({});
    const { stdout } = await run(unlinked.initdb, ['--version'], { env: {} });
    expect(stdout).toMatch(/PostgreSQL/);
    const link = join(unlinked.root, 'native/lib', 'libpq.so.5');
    expect(dirname(await readlink(link))).toBe('.');
  });
});

async function isNoLink(source: string): Promise<boolean> {
  return readlink(source).then(
    () => false,
    () => true,
  );
}

/** Root may write anywhere, so it steps down meanwhile. */
async function asOrdinaryUser<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await chmod(folder, 0o555);
  if (process.getuid!() === 0) process.seteuid!(NOBODY);
  try {
    return await work();
  } finally {
    if (process.getuid!() === 0) process.seteuid!(0);
    await chmod(folder, 0o755);
  }
}
