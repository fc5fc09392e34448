import type { Run } from '../dispatches/body.ts';

/** Control characters, and format characters: soft hyphens, zero widths, joiners, marks that turn the direction. */
const INVISIBLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}]/gu;
const WHITE = /[\t\v\f\r \u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** NFC, one kind of space, nothing invisible; newlines stay. */
export function printable(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(WHITE, ' ')
    .replace(/ ?\n ?/g, '\n');
}

/** Has characters that a reader cannot see and that are taken out. */
export function hasInvisible(raw: string): boolean {
  return raw.search(INVISIBLE) >= 0;
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
