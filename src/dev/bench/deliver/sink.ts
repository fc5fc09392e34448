import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { compiledFrom } from '../../../platform/process/package-root.ts';

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
  const file = compiledFrom(new URL('./sink-process.ts', import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
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
