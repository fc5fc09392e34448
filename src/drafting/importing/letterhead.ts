import { DOCUMENT_TYPES, type DocumentType } from '../../dispatches/document-types.ts';
import type { Piece } from '../word/from-word.ts';
import { plain } from './plain.ts';

export interface Letterhead {
  symbol?: string;
  abstract?: string;
  type?: DocumentType;
  /** How many pieces it took. */
  length: number;
}

/** Beyond them nothing is a letterhead any more. */
const FIRST = 14;
const NATION = /CỘNG H[ÒO][AÀ] XÃ HỘI|ĐỘC LẬP\s*[-–]\s*TỰ DO/iu;
const DATE = /ngày\s*[\d….\s]*tháng\s*[\d….\s]*năm/iu;
const NUMBER = /^Số\s*:?\s*[\d….\s]*\/?\s*(.*)$/iu;
const SYMBOL = /([\p{Lu}\d][\p{L}\d]*(?:-[\p{Lu}\d][\p{L}\d]*)+)\s*$/u;
const SUBJECT = /^V\s*\/\s*v\s*:?\s*(.+)$/iu;

/** Reads what stands above the text: Quốc hiệu, number, date, abstract or title. */
export function letterheadOf(pieces: Piece[]): Letterhead {
  const head: Letterhead = { length: 0 };
  const columns = pieces.slice(0, 3).findIndex((piece) => 'rows' in piece && isHead(piece.rows));
  if (columns >= 0) {
    head.length = columns + 1;
    for (const lines of (pieces[columns] as { rows: string[][][] }).rows.flat()) take(head, lines);
  }
  for (const [index, piece] of pieces.slice(0, FIRST).entries()) {
    if (index < head.length || 'rows' in piece) continue;
    const text = plain(piece.markdown);
    if (
      NATION.test(text) ||
      (DATE.test(text) && text.length < 70) ||
      isNumber(text) ||
      SUBJECT.test(text)
    ) {
      take(head, [text]);
      head.length = index + 1;
    }
  }
  return titleOf(pieces, head);
}

const isHead = (rows: string[][][]) => NATION.test(plain(rows.flat(2).join('\n')));
const isNumber = (text: string) => NUMBER.test(text) && text.length < 60;

function take(head: Letterhead, lines: string[]): void {
  const texts = lines.map(plain);
  const number = texts.find(isNumber);
  if (number) head.symbol ??= SYMBOL.exec(number)?.[1];
  const at = texts.findIndex((text) => SUBJECT.test(text));
  if (at < 0) return;
  const first = SUBJECT.exec(texts[at]!)![1]!;
  head.abstract = [first, ...texts.slice(at + 1).filter((text) => !DATE.test(text))].join(' ');
}

/** `THÔNG BÁO` on a line of its own, what it is about in bold under it. */
function titleOf(pieces: Piece[], head: Letterhead): Letterhead {
  const types = Object.entries(DOCUMENT_TYPES) as [DocumentType, { title?: string }][];
  for (const [index, piece] of pieces.slice(0, FIRST).entries()) {
    if ('rows' in piece) continue;
    const text = plain(piece.markdown);
    const found = types.find(([, { title }]) => title === text.toUpperCase() && text === title);
    if (!found) continue;
    const about: string[] = [];
    for (const next of pieces.slice(index + 1, index + 4)) {
      if ('rows' in next || !/^\*\*[^*]+\*\*$/.test(next.markdown)) break;
      about.push(plain(next.markdown));
    }
    const abstract = about.length > 0 ? about.join(' ') : head.abstract;
    return { ...head, type: found[0], abstract, length: index + 1 + about.length };
  }
  return head;
}
