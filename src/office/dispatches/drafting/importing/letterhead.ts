import type { DraftValues } from '../draft-form.ts';
import type { Piece } from '../../../../engines/word/from-word.ts';
import { isBasis, isSalutation } from './openings.ts';
import {
  circulationOf,
  isAgency,
  isDate,
  isFiller,
  isNation,
  numberOf,
  subjectOf,
  urgencyOf,
  withoutRightColumn,
} from './letterhead-lines.ts';
import { isRule, linesOf, plain, segments } from './plain.ts';
import { titleIn } from './title.ts';

type Said = Partial<Pick<DraftValues, 'symbol' | 'abstract' | 'urgency' | 'circulation'>>;

export interface Letterhead extends Said {
  isThere: boolean;
  /** What is not of it, in order. */
  rest: Piece[];
}

/** Beyond them nothing is a letterhead any more. */
const FIRST = 30;
const LONGEST = 160;

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

const isStrong = (text: string): boolean =>
  isNation(text) || isDate(text) || numberOf(text) !== undefined || subjectOf(text) !== undefined;

/** Takes a line that a letterhead has; false for any other. */
function take(line: string, said: Said, isInside: boolean): boolean {
  if (isDate(line)) return true;
  const text = withoutRightColumn(line);
  const number = numberOf(text);
  if (number) {
    said.symbol ??= number.symbol;
    return true;
  }
  const subject = subjectOf(text);
  if (subject !== undefined) {
    said.abstract = subject;
    return true;
  }
  const [urgency, circulation] = [urgencyOf(text), circulationOf(text)];
  said.urgency ??= urgency;
  said.circulation ??= circulation;
  if (urgency || circulation || text === '') return true;
  return isDate(text) || isFiller(text) || (isInside && isAgency(text));
}

/** A line that the subject above goes on in. */
function goOn(line: string, said: Said): boolean {
  if (line.length > LONGEST || /\.$/.test(line)) return false;
  said.abstract = `${said.abstract} ${line}`.trim();
  return true;
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

/** A subject may go on in the cell below. */
function columnsOf(rows: string[][][]): string[][] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, i) => rows.flatMap((cells) => cells[i] ?? []));
}

/** An agency whose name was not typed in capitals. */
const isName = (text: string) => text.length < 70 && !/[.;:,]$/.test(text);
