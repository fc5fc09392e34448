import { Worker, type WorkerOptions } from 'node:worker_threads';
import { compiledFrom } from './package-root.ts';

/** Starts a thread from a file of ours; `source` is its TypeScript name beside the caller. */
export function startThread(source: URL, options: WorkerOptions = {}): Worker {
  return new Worker(compiledFrom(source), options);
}
