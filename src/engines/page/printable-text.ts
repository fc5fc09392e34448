import type { Run } from './body.ts';

/** Control characters, and format characters: soft hyphens, zero widths, joiners, marks that turn the direction. */
const INVISIBLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}]/gu;
const WHITE = /[\t\v\f\r \u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Most text that arrives has nothing of what cleaning changes: nothing outside these, no double space, no newline. */
const UNCLEAN = /[^ -~\u00c0-\u02ff\u1ea0-\u1ef9–—“”…₫]| {2}/;

/** NFC, one kind of space, nothing invisible; newlines stay. */
export function printable(raw: string): string {
  if (!UNCLEAN.test(raw)) return raw;
  return raw
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(WHITE, ' ')
    .replace(/ ?\n ?/g, '\n');
}

/** Has characters that a reader cannot see and that are taken out. */
export function hasInvisible(raw: string): boolean {
  return UNCLEAN.test(raw) && raw.search(INVISIBLE) >= 0;
}

/** Cleans runs; a space at the border of two runs stays, and stays single. */
export function printableRuns(raw: Run[]): Run[] {
  const runs: Run[] = [];
  let spaced = true;
  for (const run of raw) {
    const text = printable(run.text).replaceAll('\n', ' ');
    const joined: string = spaced ? text.trimStart() : text;
    if (!joined) continue;
    runs.push({ ...run, text: joined });
    spaced = joined.endsWith(' ');
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.filter((run) => run.text);
}
