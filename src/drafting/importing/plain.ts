/** The words of one block without its marker and its stars. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/^#{1,4} /, '')
    .replaceAll('*', '')
    .replace(/\s+/g, ' ')
    .trim();

/** `- Các sở, ban, ngành tỉnh;` is `Các sở, ban, ngành tỉnh`. */
export const lineText = (markdown: string): string =>
  plain(markdown)
    .replace(/^[-–+•]\s*/, '')
    .replace(/[\s;.]+$/, '');
