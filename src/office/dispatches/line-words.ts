/** `Như trên`; in a decision `Như Điều 3`. */
const REFERENCE = /^như (?:trên|điều \d{1,3})\s*[;.,]?$/iu;
const ARCHIVE = /^lưu\s*:/iu;

/** What the words of a line under Nơi nhận alone tell: that it leads to nobody. */
export function meaningOf(text: string): 'reference' | 'archive' | undefined {
  if (REFERENCE.test(text)) return 'reference';
  return ARCHIVE.test(text) ? 'archive' : undefined;
}
