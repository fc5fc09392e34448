import { join } from 'node:path';
import { packageRoot } from '../../src/platform/process/package-root.ts';

/** A program of `src`, as the run's setup has built it: `built('src/main.ts')`. */
export const built = (source: string): string =>
  join(packageRoot, 'dist', source.replace(/\.ts$/, '.js'));
