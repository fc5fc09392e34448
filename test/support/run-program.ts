import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { built } from './built.ts';

export interface Ended {
  code: number | null;
  /** What it printed, and what it said on the error output. */
  out: string;
  said: string;
}

/** A program of `src` as a process of its own, to its end; the environment is only what is given, and PATH. */
export async function runProgram(
  program: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Ended> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [built(`src/${program}.ts`), ...args], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, ...env },
  });
  const [out, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, out, said };
}
