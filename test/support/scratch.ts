import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postGuard } from '../../src/dev/postgres/guard.ts';

/** The folder of this run, gone afterwards even when the run is interrupted. */
export async function makeScratch(): Promise<{ remove(): Promise<void> }> {
  const scratch = await mkdtemp(join(tmpdir(), 'noi-nhan-test-'));
  await chmod(scratch, 0o711);
  process.env['TEST_SCRATCH'] = scratch;
  const guard = postGuard([scratch]);
  return {
    async remove() {
      await rm(scratch, { recursive: true, force: true });
      guard.release();
    },
  };
}

/** An empty folder for the caller; it may be left as it is. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(process.env['TEST_SCRATCH']!, 'of-'));
  await chmod(folder, 0o711);
  return folder;
}
