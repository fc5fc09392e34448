import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/platform/process/package-root.ts';

export type Application = Awaited<ReturnType<typeof startApplication>>;

/** Starts a program that lies beside this file, and waits for the first line it prints. */
export async function startApplication(program: string, dataDir: string) {
  const child = spawn(
    process.execPath,
    [
      '--import',
      './test/support/run-typescript.js',
      fileURLToPath(new URL(program, import.meta.url)),
      dataDir,
    ],
    { cwd: packageRoot, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw new Error(complaint);
  return {
    firstLine: String(first.value),
    pid: child.pid!,
    complaints: () => complaint,
    nextLine: async () => (await lines.next()).value as string | undefined,
    signal: (signal: NodeJS.Signals, group = false) =>
      process.kill(group ? -child.pid! : child.pid!, signal),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The tiny process that looks after the server of this application. */
export async function guardOf(pid: number): Promise<number> {
  for (const name of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const [stat, line] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    const parent = Number(stat!.slice(stat!.lastIndexOf(')') + 1).split(' ')[2]);
    if (parent === pid && line!.includes('noi-nhan-guard')) return Number(name);
  }
  throw new Error(`no guard of ${pid}`);
}
