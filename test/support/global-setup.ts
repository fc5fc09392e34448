import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { startTemporaryPostgres } from '../../src/dev/postgres/temporary-postgres.ts';
import { migrate } from '../../src/database/migrate.ts';
import { laneOf } from './lane.ts';
import { makeScratch } from './scratch.ts';
import { onServer, siblingUrl } from './server.ts';

/**
 * What tests start as processes and threads is built; one server for the whole run (or the one of
 * TEST_DATABASE_URL) and a migrated database on it that `freshDatabase()` clones.
 */
export default async function globalSetup(): Promise<void> {
  execFileSync(process.execPath, [join(packageRoot, 'build.mjs')], { stdio: 'inherit' });
  laneOf(process.env['TEST_LANE']); // a wrong one is told before anything is started
  const given = process.env['TEST_DATABASE_URL'];
  const scratch = await makeScratch();
  const server = given ? undefined : await startTemporaryPostgres();
  globalThis.leaveTests = async () => {
    await server?.stop();
    await scratch.remove();
  };
  const url = given ?? server!.url;
  const run = `noinhan_test_${randomBytes(4).toString('hex')}`;
  process.env['TEST_POSTGRES_URL'] = url;
  process.env['TEST_POSTGRES_RUN'] = run;
  try {
    await onServer(url, `CREATE DATABASE ${run}`);
    await migrate(siblingUrl(url, run));
    await onServer(url, `ALTER DATABASE ${run} ALLOW_CONNECTIONS false`);
  } catch (error) {
    await globalThis.leaveTests();
    throw error;
  }
}

declare global {
  var leaveTests: () => Promise<void>;
}
