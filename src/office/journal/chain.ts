import { createHash } from 'node:crypto';

/** Stands before the first entry of an office. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** An entry as PostgreSQL writes it: whole numbers, the moment and the details as text. */
export interface ChainedEntry {
  position: string;
  id: string;
  /** `2026-11-23T08:00:00.123456Z` */
  at: string;
  officeId: string;
  accountId: string | null;
  verb: string;
  subjectId: string;
  /** The text of the jsonb. */
  details: string;
}

/**
 * The line that is hashed, the same as `journal_line` makes in the database: a JSON array in
 * PostgreSQL's own spelling.
 */
export function lineOf(entry: ChainedEntry): string {
  const { position, id, at, officeId, accountId, verb, subjectId, details } = entry;
  const texts = [at, officeId, accountId, verb, subjectId].map((text) => JSON.stringify(text));
  return `[${[position, id, ...texts, details].join(', ')}]`;
}

/** SHA-256, hexadecimal, of the hash before, a line feed and the entry's line. */
export const hashOf = (before: string, line: string): string =>
  createHash('sha256').update(`${before}\n${line}`).digest('hex');
