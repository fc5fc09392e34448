import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from './start-postgres.ts';

/** A server on nothing but a temporary folder, fast and forgetful unless `durable`; leaves nothing behind. */
export async function startTemporaryPostgres({ durable = false } = {}): Promise<RunningPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'noi-nhan-data-'));
  await chmod(dataDir, 0o711);
  return startPostgres({ dataDir, durable, throwAway: dataDir });
}
