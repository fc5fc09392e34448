import type { Run } from '../dispatches/body.ts';

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** Soft hyphens, zero widths, joiners, byte order marks and the marks that turn the direction of writing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const WHITE = /[\t\v\f\r \u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

export interface Cleaned {
  text: string;
  /** Invisible or control characters were taken out. */
  changed: boolean;
}

/** NFC, one kind of space, nothing invisible; newlines stay. */
export function cleanText(raw: string): Cleaned {
  const visible = raw.normalize('NFC').replace(CONTROL, '').replace(INVISIBLE, '');
  return {
    text: visible.replace(WHITE, ' ').replace(/ ?\n ?/g, '\n').trim(),
    changed: visible.length !== raw.normalize('NFC').length,
  };
}

/** The same for runs: a space at the border of two runs stays, and stays single. */
export function cleanRuns(raw: Run[]): { runs: Run[]; changed: boolean } {
  const runs: Run[] = [];
  let changed = false;
  let spaced = true;
  for (const run of raw) {
    const cleaned = cleanText(`|${run.text}|`);
    const text = cleaned.text.slice(1, -1).replace(/\n/g, ' ');
    changed ||= cleaned.changed;
    const joined = spaced ? text.replace(/^ /, '') : text;
    if (!joined) continue;
    runs.push({ ...run, text: joined });
    spaced = joined.endsWith(' ');
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  return { runs: runs.filter((run) => run.text), changed };
}
