import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../platform/process/package-root.ts';

export interface SinkCount {
  mails: number;
  /** Different Message-IDs. */
  different: number;
  bytes: number;
}

export interface Sink {
  port: number;
  /** What came since the last reset. */
  count(): Promise<SinkCount>;
  reset(): Promise<void>;
  stop(): void;
}

/** A mail server in a process of its own; see sink-process.ts. */
export async function startSink(...args: string[]): Promise<Sink> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = fileURLToPath(new URL(`./sink-process.${extension}`, import.meta.url));
  const loader = join(packageRoot, 'test/support/run-typescript.js');
  const options = extension === 'ts' ? ['--import', loader] : [];
  const child = spawn(process.execPath, [...options, file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value as string;
  const ask = async (word: string) => {
    child.stdin.write(`${word}\n`);
    return JSON.parse(await next()) as SinkCount;
  };
  return {
    port: Number(await next()),
    count: () => ask('count'),
    reset: async () => void (await ask('reset')),
    stop: () => child.stdin.end(),
  };
}
