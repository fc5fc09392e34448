import { existsSync, readdirSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from './scratch.ts';

export interface MovingClock {
  /** What a process is started with to go by this clock. */
  env: Record<string, string>;
  /** For all of them at once, also while they run: `2025-07-01T08:30`, in Vietnam. From there it goes on. */
  set(time: string): Promise<void>;
  /** Once none of its processes runs any more. */
  close(): Promise<void>;
}

const SHARED = '/dev/shm';

/**
 * A clock for processes, by Debian's libfaketime: what they take for now is so far from the real one as a file says,
 * which they read each time. How long something takes (the monotonic clock) stays real.
 */
export async function movingClock(start: string): Promise<MovingClock> {
  const library = readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'faketime/libfaketimeMT.so.1'))
    .find(existsSync);
  if (!library) throw new Error('No libfaketime here: apt-get install faketime');
  const folder = await scratchFolder();
  const file = join(folder, 'offset');
  const before = new Set(await leftovers());
  const set = async (time: string) => {
    const seconds = (Date.parse(`${time}:00+07:00`) - Date.now()) / 1000;
    await writeFile(`${file}.next`, `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}\n`);
    await rename(`${file}.next`, file); // never half written
  };
  await set(start);
  return {
    set,
    close: async () => {
      const ours = (await leftovers()).filter((name) => !before.has(name));
      await Promise.all(ours.map((name) => rm(join(SHARED, name), { force: true })));
    },
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  };
}

/** What libfaketime has left in shared memory of processes that were killed or became another program. */
const leftovers = async (): Promise<string[]> =>
  (await readdir(SHARED)).filter((name) => {
    const [, pid] = /^(?:sem\.)?faketime_(?:shm|sem)_(\d+)$/.exec(name) ?? [];
    return pid !== undefined && !existsSync(join('/proc', pid));
  });
