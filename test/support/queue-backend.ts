import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Environment } from '../../src/platform/config/config.ts';
import { freePort } from './free-port.ts';
import { onServer } from './server.ts';

/** Where the queue lives during a story, and how to lose it. */
export interface QueueBackend {
  env: Partial<Environment>;
  empty(databaseUrl: string): Promise<void>;
  stop(): Promise<void>;
}

export async function postgresBackend(): Promise<QueueBackend> {
  return {
    env: {},
    empty: async (url) => void (await onServer(url, 'TRUNCATE bullmq.job CASCADE')),
    stop: async () => {},
  };
}

/** A Redis server of its own that keeps nothing on disk. */
export async function redisBackend(at?: number): Promise<QueueBackend> {
  const port = at ?? (await freePort());
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) break;
  }
  server.stdout.resume();
  return {
    env: { REDIS_URL: `redis://127.0.0.1:${port}` },
    empty: async () => {
      const client = spawn('redis-cli', ['-p', String(port), 'FLUSHALL'], { stdio: 'ignore' });
      await new Promise((resolve) => client.once('exit', resolve));
    },
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
