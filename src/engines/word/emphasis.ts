/** A run with the stars that it stands between. */
export function emphasised({ text, stars }: { text: string; stars: string }): string {
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!;
  return words ? `${before}${stars}${words}${stars}${after}` : text;
}

/** One line with its stars; a blank between two looks belongs to the first. */
export function lineOf(line: { text: string; bold: boolean; italic: boolean }[]): string {
  const runs: { text: string; stars: string }[] = [];
  for (const { text, bold, italic } of line) {
    const stars = '*'.repeat((bold ? 2 : 0) + (italic ? 1 : 0));
    const last = runs.at(-1);
    if (last && (last.stars === stars || !text.trim())) last.text += text;
    else runs.push({ text, stars });
  }
  return runs.map(emphasised).join('').replace(/ {2,}/g, ' ').trim();
}
