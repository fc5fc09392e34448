import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeIn, type Outcome } from './outcome.ts';

/** Names and outcomes of dead workers, and how to delete their logs. */
export interface LeftBehind {
  workers: string[];
  outcomes: Outcome[];
  truncate: () => void;
}

const ENDING = '.outcomes';
const LARGEST_QUESTION = 1000;

/**
 * Logs of dead workers under one of these prefixes. A log of an earlier version was named by the address of its
 * database, which may have changed since: it is ours when the database knows its deliveries.
 */
export async function leftIn(
  folder: string,
  prefixes: string[],
  living: Set<string>,
  isHere: (ids: string[]) => Promise<boolean>,
): Promise<LeftBehind> {
  const dead = readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .filter((name) => !living.has(join(folder, name)) && !isAlive(name));
  const left: { name: string; outcomes: Outcome[] }[] = [];
  for (const name of dead) {
    const outcomes = read(join(folder, name));
    const isNamed = prefixes.some((prefix) => name.startsWith(`${prefix}-`));
    if (isNamed || (isOfEarlierVersion(name) && (await isHere(idsOf(outcomes))))) {
      left.push({ name, outcomes });
    }
  }
  return {
    workers: left.map(({ name }) => name.slice(-ENDING.length - 36, -ENDING.length)),
    outcomes: left.flatMap(({ outcomes }) => outcomes),
    truncate: () => left.forEach(({ name }) => rmSync(join(folder, name), { force: true })),
  };
}

const isOfEarlierVersion = (name: string) => /^[0-9a-f]{16}-\d+-/.test(name);

const idsOf = (outcomes: Outcome[]) => outcomes.slice(0, LARGEST_QUESTION).map(({ id }) => id);

/** A process with our own number is an earlier one: in a container it is always the same. */
function isAlive(name: string): boolean {
  const pid = Number(name.split('-')[1]);
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A line that was cut off by the kill is an outcome that was never known. */
function read(path: string): Outcome[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return text ? [outcomeIn(text)] : [];
      } catch {
        return [];
      }
    });
}
