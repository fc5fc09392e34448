import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long each way of asking is given: fast shutdown, immediate shutdown, kill. */
const REQUESTS: [NodeJS.Signals, number][] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/** Whether this process runs and is ours to stop; one that only waits for its parent does not run. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** Stops a PostgreSQL server, in good order if it can be; at most 30 s. */
export async function stopProcess(pid: number, gone = () => !isAlive(pid)): Promise<void> {
  for (const [signal, patience] of REQUESTS) {
    if (gone()) return;
    process.kill(pid, signal);
    const end = Date.now() + patience;
    while (!gone() && Date.now() < end) await pause(20);
  }
}
