import type { Piece } from '../../../../engines/word/from-word.ts';
import { isBasis, isSalutation } from './openings.ts';
import { isAgency, isDate, isFiller, subjectOf } from './letterhead-lines.ts';
import { isRule, linesOf, plain, segments } from './plain.ts';
import { titleIn } from './title.ts';
import { type Said, LONGEST, isStrong, take, goOn } from './letterhead-said.ts';
import { columnsOf } from './columns.ts';

export interface Letterhead extends Said {
  isThere: boolean;
  /** What is not of it, in order. */
  rest: Piece[];
}

/** Beyond them nothing is a letterhead any more. */
const FIRST = 30;

/** Reads what stands above the text: Quốc hiệu, number, date, `V/v …`; takes nothing that it does not know. */
export function letterheadOf(pieces: Piece[]): Letterhead {
  const end = endOf(pieces);
  const lines = pieces
    .slice(0, end)
    .map(linesOf)
    .map((all) => all.flatMap(segments));
  const strong = lines.map((all) => all.some((line) => isStrong(line)));
  const last = strong.lastIndexOf(true);
  if (last < 0) return { isThere: false, rest: pieces };
  const said: Said = {};
  const rest: Piece[] = [];
  const isAddressed =
    end < pieces.length && linesOf(pieces[end]!).some((line) => isSalutation(plain(line)));
  let isOpen = false; // the subject goes on
  for (let i = 0; i < end; i += 1) {
    const piece = pieces[i]!;
    if ('rows' in piece) {
      rest.push(...tableOf(piece.rows, said));
      isOpen = false;
      continue;
    }
    const left = segments(piece.markdown).filter((line) => {
      const isSubject = subjectOf(line) !== undefined;
      if (take(line, said, i < last || isSubject)) {
        isOpen = isSubject || (isOpen && isRule(line));
        return false;
      }
      return !(isOpen && (i < last || isAddressed) && goOn(line, said));
    });
    if (left.length > 0) rest.push(piece);
  }
  return { ...said, isThere: true, rest: [...rest, ...pieces.slice(end)] };
}

/** Where the letterhead can go on at most: to the addressees, the bases, the title or the first real paragraph. */
function endOf(pieces: Piece[]): number {
  const at = pieces.slice(0, FIRST).findIndex((piece, i) => {
    if ('rows' in piece) return i > 0 && !linesOf(piece).some((line) => isStrong(plain(line)));
    const text = plain(piece.markdown);
    if (isSalutation(text) || isBasis(text) || titleIn(text)) return true;
    const isKnown = segments(piece.markdown).some(isStrong) || isAgency(text) || isFiller(text);
    return !isKnown && (text.length > LONGEST || /[.;:]$/.test(text));
  });
  return at < 0 ? Math.min(pieces.length, FIRST) : at;
}

/** Reads the cells of a letterhead's table; what is none of it stays, the addressees above all. */
function tableOf(rows: string[][][], said: Said): Piece[] {
  const rest: Piece[] = [];
  for (const cell of columnsOf(rows)) {
    let isOpen = false;
    let isOver = false;
    for (const line of cell) {
      const text = plain(line);
      isOver ||= isSalutation(text) || isBasis(text) || titleIn(text) !== undefined;
      if (isOver) rest.push({ markdown: line });
      else if (take(text, said, true)) {
        isOpen = subjectOf(text) !== undefined || (isOpen && !isDate(text) && isRule(text));
      } else if (!(isOpen && goOn(text, said)) && !isName(text)) rest.push({ markdown: line });
    }
  }
  return rest;
}

/** An agency whose name was not typed in capitals. */
const isName = (text: string) => text.length < 70 && !/[.;:,]$/.test(text);
