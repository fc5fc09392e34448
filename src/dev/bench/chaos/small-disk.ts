import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** Until not a byte is left. */
  fill(): void;
  free(): void;
  unmount(): void;
}

/** Why no disk can be mounted here, if so: it takes root. */
export function cannotMount(): string[] {
  const may = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  return may.status === 0 ? [] : ['the right to mount a tmpfs'];
}

/** Puts a real disk that can be full at an empty folder. */
export function smallDisk(folder: string, megabytes: number): SmallDisk {
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
  const mounted = spawnSync('mount', options);
  if (mounted.status !== 0) throw new Error(String(mounted.stderr));
  const filler = join(folder, 'filler');
  return {
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(filler, Buffer.alloc(bavail * bsize));
      } catch (error) {
        // A worker took some of it in between: what is left went to the filler, and the disk is full.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    free: () => rmSync(filler, { force: true }),
    unmount: () => void spawnSync('umount', ['--lazy', folder]),
  };
}
