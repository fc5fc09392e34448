import type { StyledText } from './display-list.ts';
import type { Word } from './words.ts';

export interface Line {
  runs: StyledText[];
  /** Natural width in points, without the closing space. */
  width: number;
  spaces: number;
  /** The next line continues after a space (false inside a word that was cut). */
  endsWithSpace: boolean;
  last: boolean;
}

/** A space may give way by this part of the size before a line counts as too long. */
const SHRINK = 0.02;
/** Width of a space in Times, in em: stretch is judged in spaces. */
const SPACE = 0.25;

/** Total fit: of all ways to break, the one whose spaces stretch least, judged by the cube. */
export function breakTotalFit(
  words: Word[],
  size: number,
  measure: (line: number) => number,
): Line[] {
  const n = words.length;
  const cost = new Float64Array(n + 1).fill(Infinity);
  const previous = new Int32Array(n + 1);
  const lineOf = new Int32Array(n + 1);
  cost[0] = 0;
  for (let from = 0; from < n; from++) {
    const available = measure(lineOf[from]!);
    let width = 0;
    let spaces = 0;
    for (let to = from; to < n; to++) {
      const before = to > from ? words[to - 1]!.spaceAfter : 0;
      width += before + words[to]!.width;
      if (before > 0) spaces++;
      const slack = available - width;
      if (to > from && slack < -spaces * size * SHRINK - 0.01) break;
      const total = cost[from]! + badness(slack, spaces, size, to === n - 1, to === from);
      if (total < cost[to + 1]!) {
        cost[to + 1] = total;
        previous[to + 1] = from;
        lineOf[to + 1] = lineOf[from]! + 1;
      }
    }
  }
  const ends: number[] = [];
  for (let end = n; end > 0; end = previous[end]!) ends.unshift(end);
  return lines(words, ends);
}

function badness(
  slack: number,
  spaces: number,
  size: number,
  last: boolean,
  single: boolean,
): number {
  if (last) return single ? 20 : 0;
  if (spaces === 0) return 1e4;
  const stretch = Math.abs(slack / spaces / (size * SPACE));
  return 100 * stretch * stretch * stretch + 1;
}

/** First fit, for blocks that are not justified. */
export function breakFirstFit(words: Word[], measure: number): Line[] {
  const ends: number[] = [];
  let width = 0;
  words.forEach((word, i) => {
    const grown = i === 0 ? word.width : width + words[i - 1]!.spaceAfter + word.width;
    if (i > 0 && grown > measure + 0.01) {
      ends.push(i);
      width = word.width;
    } else width = grown;
  });
  if (words.length > 0) ends.push(words.length);
  return lines(words, ends);
}

/** The narrowest setting that needs no more lines than `measure` does: no lone word in a centred block. */
export function breakBalanced(words: Word[], measure: number): Line[] {
  const fewest = breakFirstFit(words, measure);
  if (fewest.length < 2) return fewest;
  let low = measure / fewest.length;
  let high = measure;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (fits(words, middle, fewest.length)) high = middle;
    else low = middle;
  }
  return breakFirstFit(words, high);
}

/** First fit needs no more than `count` lines, none of them wider than `measure`. */
function fits(words: Word[], measure: number, count: number): boolean {
  let width = 0;
  let lines = 1;
  for (const [i, word] of words.entries()) {
    const grown = i === 0 ? word.width : width + words[i - 1]!.spaceAfter + word.width;
    const wraps = i > 0 && grown > measure + 0.01;
    width = wraps ? word.width : grown;
    if (wraps) lines++;
    if (lines > count || width > measure + 0.01) return false;
  }
  return true;
}

function lines(words: Word[], ends: number[]): Line[] {
  return ends.map((end, i) => line(words.slice(ends[i - 1] ?? 0, end), i === ends.length - 1));
}

function line(words: Word[], last: boolean): Line {
  const runs: StyledText[] = [];
  let width = 0;
  let spaces = 0;
  words.forEach((word, i) => {
    for (const { text, style } of word.pieces) append(runs, text, style);
    width += word.width;
    if (i === words.length - 1 || word.spaceAfter === 0) return;
    append(runs, ' ', runs.at(-1)!.style);
    width += word.spaceAfter;
    spaces++;
  });
  return { runs, width, spaces, endsWithSpace: words.at(-1)!.spaceAfter > 0, last };
}

function append(runs: StyledText[], text: string, style: StyledText['style']): void {
  const end = runs.at(-1);
  if (end?.style === style) end.text += text;
  else runs.push({ text, style });
}
