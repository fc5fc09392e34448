import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { leftIn, type LeftBehind } from './outcomes-left-behind.ts';
import type { Outcome } from './outcome.ts';

const LARGEST_BYTES = 8_000_000;
/** Taken on the disk ahead of the mails, so that the outcomes of those under way have room whatever happens. */
const RESERVE_BYTES = 256_000;
const STEP_BYTES = 64_000;
const BLANK = Buffer.alloc(STEP_BYTES, '\n');
const ours = new Set<string>();

/**
 * Write-ahead log of one worker's outcomes: a file that has each from the moment it is known until it is
 * in the database. A worker that is killed in between reads it again, and the mails are not repeated.
 * Blank lines behind the outcomes reserve the space of the next ones.
 */
export class OutcomeWal {
  /** Names the worker in its claims, too. */
  readonly worker = randomUUID();
  private path: string | undefined;
  private prefix = '';
  private file = -1;
  private size = 0;
  private allocated = 0;
  /** Outcomes that the disk did not take; they are in memory until the database or the disk has them. */
  private unwritten: Outcome[] = [];

  constructor(
    private readonly folder: string,
    private readonly onFull: (error: unknown) => void,
    private readonly onRoom: () => void,
  ) {}

  /** `database` names it whatever its address is: logs of other installations may lie in the same folder. */
  open(database: string): void {
    if (this.path) return;
    this.prefix = `db.${hash(database)}`;
    const path = join(this.folder, `${this.prefix}-${process.pid}-${this.worker}.outcomes`);
    try {
      makeFolder(this.folder);
      this.file = openSync(path, 'w');
    } catch (error) {
      throw new Error(unusable(this.folder, error as Error), { cause: error });
    }
    this.path = path;
    ours.add(path);
  }

  /** Whether another mail may start: its outcome will have a place here. */
  hasRoom(): boolean {
    if (!this.path) return false;
    try {
      while (this.unwritten.length > 0) {
        this.write(this.unwritten[0]!);
        this.unwritten.shift();
      }
      while (this.allocated < this.size + RESERVE_BYTES) {
        this.writeAt(BLANK, this.allocated);
        this.allocated += BLANK.length;
      }
      this.onRoom();
      return true;
    } catch (error) {
      this.onFull(error);
      return false;
    }
  }

  append(outcome: Outcome): void {
    try {
      this.write(outcome);
    } catch (error) {
      this.unwritten.push(outcome);
      this.onFull(error);
    }
  }

  /** Everything that was appended is in the database, except for `pending`. */
  truncate(pending: Outcome[]): void {
    this.unwritten = this.unwritten.filter((outcome) => pending.includes(outcome));
    try {
      if (pending.length === 0) this.blank();
      else if (this.size > LARGEST_BYTES) this.rewrite(pending);
    } catch (error) {
      this.onFull(error); // what is recorded already does no harm when it is read again
    }
  }

  /** What dead workers of this machine left, under the name of this database or, before there was one, of its address. */
  leftBehind(
    databaseUrl: string,
    isHere: (ids: string[]) => Promise<boolean>,
  ): Promise<LeftBehind> {
    return leftIn(this.folder, [this.prefix, hash(databaseUrl)], ours, isHere);
  }

  close(isEmpty: boolean): void {
    if (!this.path) return;
    closeSync(this.file);
    ours.delete(this.path);
    if (isEmpty) rmSync(this.path, { force: true });
  }

  private write(outcome: Outcome): void {
    const bytes = Buffer.from(line(outcome));
    this.writeAt(bytes, this.size);
    this.size += bytes.length;
    this.allocated = Math.max(this.allocated, this.size);
  }

  /** A disk that is nearly full takes a part of the bytes without an error. */
  private writeAt(bytes: Buffer, position: number): void {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.file, bytes, done, bytes.length - done, position + done);
    }
  }

  private blank(): void {
    for (let at = 0; at < this.size; at += STEP_BYTES) {
      this.writeAt(BLANK.subarray(0, Math.min(STEP_BYTES, this.size - at)), at);
    }
    this.size = 0;
    if (this.allocated <= LARGEST_BYTES) return;
    ftruncateSync(this.file, RESERVE_BYTES);
    this.allocated = RESERVE_BYTES;
  }

  private rewrite(pending: Outcome[]): void {
    const next = `${this.path}.new`;
    const bytes = Buffer.from(pending.map(line).join(''));
    try {
      writeFileSync(next, bytes);
      renameSync(next, this.path!);
    } catch (error) {
      rmSync(next, { force: true });
      throw error;
    }
    closeSync(this.file);
    this.file = openSync(this.path!, 'r+');
    this.size = this.allocated = bytes.length;
  }
}

const line = (outcome: Outcome) => `${JSON.stringify(outcome)}\n`;

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Node says ENOENT of a folder on a read-only file system, so its own words are not enough. */
const unusable = (folder: string, { message }: Error) =>
  `DELIVERY_JOURNAL_DIR (${folder}) cannot be written to (${message}): ` +
  "name a folder that the worker's user may write to, such as /var/lib/noi-nhan of the service unit";

/** Not Node's recursive one, which never returns where a folder that is there takes none (ENOENT, as under /proc). */
function makeFolder(folder: string): void {
  const path = resolve(folder);
  if (dirname(path) !== path && !existsSync(dirname(path))) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
