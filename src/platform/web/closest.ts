const plain = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The one of `known` that was probably meant; none when nothing is near. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((each) => ({ each, apart: distance(plain(word), plain(each)) }))
    .filter(({ each, apart }) => apart <= Math.max(1, Math.floor(each.length / 3)))
    .toSorted((a, b) => a.apart - b.apart);
  return best?.each;
}

/** Levenshtein's: letters to put in, take out or exchange. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 10) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const exchanged = row[j]! + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(exchanged, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
