import { extname, join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { packageRoot } from './package-root.ts';

/** Starts a thread from a file of ours; `source` is its TypeScript name beside the caller. */
export function startThread(source: URL, options: WorkerOptions = {}): Worker {
  if (extname(import.meta.url) !== '.ts') {
    return new Worker(new URL(source.href.replace(/\.ts$/, '.js')), options);
  }
  // Tests run from the source, which a thread of Node 20 does not read by itself.
  const hooks = join(packageRoot, 'test/support/run-typescript.js');
  return new Worker(source, { ...options, execArgv: ['--import', hooks] });
}
