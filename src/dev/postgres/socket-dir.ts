import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The longest path of a unix socket is 107 bytes on Linux and 103 on macOS. */
const LONGEST_PARENT = 103 - '/noi-nhan-pg-XXXXXX/.s.PGSQL.5432'.length;
const NAME = /^noi-nhan-pg-[A-Za-z0-9]{6}$/;

/** A short folder that only its owner (and root) can enter: whoever enters may connect. */
export async function makeSocketDir(): Promise<string> {
  const parent = Buffer.byteLength(tmpdir()) <= LONGEST_PARENT ? tmpdir() : '/tmp';
  return mkdtemp(join(parent, 'noi-nhan-pg-'));
}

/** Removes a folder made by `makeSocketDir`, and nothing else. */
export async function removeSocketDir(folder: string): Promise<void> {
  if (NAME.test(basename(folder))) await rm(folder, { recursive: true, force: true });
}
