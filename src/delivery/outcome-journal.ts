import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './record-outcomes.ts';

const LARGEST_BYTES = 8_000_000;
const ours = new Set<string>();

/**
 * A file that has every outcome of one worker from the moment it is known until it is in the
 * database: a worker that is killed in between finds it again, and the mails are not repeated.
 */
export class OutcomeJournal {
  /** Names the worker in its claims, too. */
  readonly worker = randomUUID();
  private readonly path: string;
  private file: number;
  private size = 0;

  constructor(
    private readonly folder: string,
    private readonly databaseUrl: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, `${this.prefix}-${process.pid}-${this.worker}.outcomes`);
    ours.add(this.path);
    this.file = openSync(this.path, 'a');
  }

  append(outcome: Outcome): void {
    this.size += writeSync(this.file, line(outcome));
  }

  /** Everything that was appended is in the database, except for `pending`. */
  forget(pending: Outcome[]): void {
    if (pending.length === 0) {
      ftruncateSync(this.file);
      this.size = 0;
    } else if (this.size > LARGEST_BYTES) {
      const lines = pending.map(line).join('');
      writeFileSync(`${this.path}.new`, lines);
      renameSync(`${this.path}.new`, this.path);
      closeSync(this.file);
      this.file = openSync(this.path, 'a');
      this.size = lines.length;
    }
  }

  /** What dead workers of this machine left: their names and outcomes, and how to forget them. */
  leftBehind(): { workers: string[]; outcomes: Outcome[]; forget: () => void } {
    const dead = readdirSync(this.folder)
      .filter((name) => name.startsWith(`${this.prefix}-`) && name.endsWith('.outcomes'))
      .filter((name) => !ours.has(join(this.folder, name)) && !isAlive(name));
    const paths = dead.map((name) => join(this.folder, name));
    return {
      workers: dead.map((name) => name.slice(-'.outcomes'.length - 36, -'.outcomes'.length)),
      outcomes: paths.flatMap(read),
      forget: () => paths.forEach((path) => rmSync(path, { force: true })),
    };
  }

  close(isEmpty: boolean): void {
    closeSync(this.file);
    ours.delete(this.path);
    if (isEmpty) rmSync(this.path, { force: true });
  }

  /** Journals of other installations may lie in the same folder. */
  private get prefix(): string {
    return createHash('sha256').update(this.databaseUrl).digest('hex').slice(0, 16);
  }
}

const line = (outcome: Outcome) => `${JSON.stringify(outcome)}\n`;

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
        return text ? [JSON.parse(text) as Outcome] : [];
      } catch {
        return [];
      }
    });
}
