import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';
import { built } from './built.ts';

export interface Program {
  address: string;
  /** Where health and metrics are. */
  beside: string;
  /** All that it has printed so far. */
  printed(): string;
  /** The code it ended with, or the signal. */
  stop(): Promise<number | string>;
  kill(): Promise<void>;
  /** Status and body of `/ready`, for as long as it listens. */
  ready(): Promise<{ status: number; parts: Record<string, string> } | undefined>;
  isReady(): Promise<unknown>;
}

/** A process of the product; with `image`, what stands in that folder after a build. */
export async function startProgram(
  program: 'main' | 'worker',
  env: Record<string, string | undefined>,
  image?: { folder: string; command: string[] },
): Promise<Program> {
  const [port, metrics] = await Promise.all([freePort(), freePort()]);
  const child = spawn(process.execPath, image?.command ?? [built(`src/${program}.ts`)], {
    cwd: image?.folder ?? packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SMTP_URL: 'smtp://127.0.0.1:1',
      INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metrics),
      ...env,
    },
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let printed = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => (printed += String(chunk)));
  }
  const beside = `http://127.0.0.1:${metrics}`;
  const ready = async () => {
    try {
      const answer = await fetch(`${beside}/ready`);
      const parts = (await answer.json()) as Record<string, string>;
      return { status: answer.status, parts };
    } catch {
      return undefined;
    }
  };
  return {
    address: `http://127.0.0.1:${port}`,
    beside,
    ready,
    printed: () => printed,
    stop: async () => {
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      return code ?? signal!;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    isReady: () => until(`${program} is ready`, async () => (await ready())?.status === 200, 60),
  };
}
