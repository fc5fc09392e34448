import type { Forgery, Piece } from './forged-page.ts';

export type Spoiling = (sheet: Forgery) => void;

/** What is spoilt, the rules that say so (no other may), and the place they name. */
export type SpoiltPage = [name: string, rules: string[], spoiling: Spoiling, place: string];

/** Changes the pieces of a sheet whose names begin so. */
export function spoil(start: string, change: (piece: Piece) => Partial<Piece>) {
  return (sheet: Forgery): void => {
    const spoilt = sheet.pieces.filter(({ id }) => id.startsWith(start));
    if (spoilt.length === 0) throw new Error(`No piece ${start}`);
    for (const piece of spoilt) Object.assign(piece, change(piece));
  };
}

export function drop(start: string) {
  return (sheet: Forgery): void => {
    sheet.pieces = sheet.pieces.filter(({ id }) => !id.startsWith(start));
  };
}

export const both =
  (...changes: Spoiling[]): Spoiling =>
  (sheet) => {
    for (const change of changes) change(sheet);
  };

export const move = (start: string, { x = 0, y = 0 }: { x?: number; y?: number }): Spoiling =>
  spoil(start, (piece) => ({ x: piece.x + x, y: piece.y + y }));

export const word = (start: string, text: string): Spoiling => spoil(start, () => ({ text }));

/** Changes the length of a drawn rule around its middle. */
export const rule =
  (id: string, change: (length: number) => number): Spoiling =>
  (sheet) => {
    const drawn = sheet.rules.find((one) => one.id === id)!;
    const middle = (drawn.x + drawn.right) / 2;
    const half = change(drawn.right - drawn.x) / 2;
    Object.assign(drawn, { x: middle - half, right: middle + half });
  };
