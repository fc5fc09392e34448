import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

const PATHS = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'];

/** A Redis server that keeps nothing; nothing where it is not installed. */
export async function startRedis(): Promise<{ url: string; stop(): void } | undefined> {
  const path = PATHS.find(existsSync);
  if (!path) return undefined;
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly'];
  const server = spawn(path, [...options, 'no'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) break;
  }
  server.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, stop: () => void server.kill() };
}
