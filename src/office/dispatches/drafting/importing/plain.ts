import type { Piece } from '../../../../engines/word/from-word.ts';

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

/** What stands between tabs on a line, as columns are often made. */
export const segments = (markdown: string): string[] =>
  markdown.split(/\t+/).map(plain).filter(Boolean);

/** The lines of a piece, cell after cell. */
export const linesOf = (piece: Piece): string[] =>
  'rows' in piece ? piece.rows.flat(2) : [piece.markdown];

/** A line drawn with signs: `-----`, `* * *`. */
export const isRule = (text: string): boolean => /^[\s\-–—_=*.…~o]*$/u.test(text);

/** All its letters are capitals. */
export const isUpper = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && text === text.toLocaleUpperCase('vi');
