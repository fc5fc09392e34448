import type { Run } from '../dispatches/body.ts';

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** Soft hyphens, zero widths, joiners, byte order marks and the marks that turn the direction of writing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const WHITE = /[\t\v\f\r \u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** NFC, one kind of space, nothing invisible; newlines stay. */
export function printable(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(WHITE, ' ')
    .replace(/ ?\n ?/g, '\n');
}

/** Has characters that a reader cannot see and that are taken out. */
export function hasInvisible(raw: string): boolean {
  return raw.search(CONTROL) >= 0 || raw.search(INVISIBLE) >= 0;
}

/** Cleans runs; a space at the border of two runs stays, and stays single. */
export function printableRuns(raw: Run[]): Run[] {
  const runs: Run[] = [];
  let spaced = true;
  for (const run of raw) {
    const text = printable(run.text).replace(/\n/g, ' ');
    const joined: string = spaced ? text.trimStart() : text;
    if (!joined) continue;
    runs.push({ ...run, text: joined });
    spaced = joined.endsWith(' ');
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.filter((run) => run.text);
}
