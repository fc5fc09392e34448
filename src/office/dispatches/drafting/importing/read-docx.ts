import { classifiedToday } from '../../../../engines/page/secrecy.ts';
import { Dropped } from '../../../../engines/word/dropped.ts';
import type { Piece } from '../../../../engines/word/from-word.ts';
import { noOldFonts, tellFonts } from '../../../../engines/word/legible.ts';
import { DocumentReader } from '../../../../engines/word/docx/document.ts';
import { Fields } from '../../../../engines/word/docx/fields.ts';
import { marginsOf } from '../../../../engines/word/docx/margins.ts';
import { NoDocument } from '../../../../engines/word/docx/no-document.ts';
import { Numbering } from '../../../../engines/word/docx/numbering.ts';
import { WordPackage } from '../../../../engines/word/docx/package.ts';
import { isMarked } from '../../../../engines/word/docx/secrecy-marks.ts';
import { Styles } from '../../../../engines/word/docx/styles.ts';
import { child } from '../../../../engines/word/docx/xml.ts';
import { isNation } from './letterhead-lines.ts';
import { plain } from './plain.ts';

export interface ReadDocument {
  pieces: Piece[];
  /** What the draft cannot have, or has in another form: `3 cỡ chữ`, `1 ảnh` … */
  dropped: string[];
}

/** What is often sent under the name of a Word file, by its first bytes in hexadecimal. */
const OTHERS: [string, RegExp][] = [
  // OLE: what Word wrote until 2003, and what it writes today under a password.
  ['Word đời cũ (.doc) hoặc có mật khẩu', /^d0cf11e0a1b11ae1/],
  ['RTF', /^7b5c727466/],
  ['PDF', /^255044462d/],
  ['trang web hoặc XML', /^(?:efbbbf)?(?:[02][09ad])*3c(?:21|3f|48|68)/],
];

/** Reads a .docx; throws `NoDocument` with words for whoever sent it, and for one with a secrecy mark. */
export async function readDocx(bytes: Buffer): Promise<ReadDocument> {
  if (bytes.length === 0) throw new NoDocument('Tệp trống. Hãy chọn tệp Word (.docx) có nội dung.');
  const start = bytes.toString('hex', 0, 100);
  const other = OTHERS.find(([, pattern]) => pattern.test(start))?.[0];
  if (other) {
    throw new NoDocument(
      `Tệp là ${other}, không phải Word (.docx). Mở bằng Word, bỏ mật khẩu nếu có, lưu thành .docx rồi gửi.`,
    );
  }
  const file = new WordPackage(bytes);
  if (file.names.some((name) => /vbaproject|\/activex\//.test(name))) {
    throw new NoDocument(
      'Tệp có macro nên không nhận. Mở bằng Word, lưu thành .docx (không macro) rồi gửi.',
    );
  }
  const styles = new Styles(file.related('styles'), file.related('theme'));
  if (isMarked(file, styles)) throw new NoDocument(classifiedToday(), true);
  return readDocument(file, styles);
}

function readDocument(file: WordPackage, styles: Styles): ReadDocument {
  const dropped = new Dropped();
  const fonts = noOldFonts();
  const reading = { styles, dropped, fields: new Fields(dropped), fonts };
  const numbering = new Numbering(file.related('numbering'), styles);
  const body = child(file.main, 'w:body') ?? file.main;
  const pieces = new DocumentReader(reading, numbering).read(body);
  // What is said of margins is that there are some, not how they look.
  const apart = new Dropped();
  const margins = marginsOf(file, body, (part) => {
    const own = { ...reading, dropped: apart, fields: new Fields(apart) };
    return numbering.apart(() => new DocumentReader(own, numbering).read(part));
  });
  // Some offices have their letterhead in the header of the first page.
  const isHeaded = pieces.slice(0, 12).some((piece) => isNation(wordsOf(piece)));
  const head = isHeaded
    ? undefined
    : margins.find((one) => one.isAtTheTop && one.pieces.some((piece) => isNation(wordsOf(piece))));
  const others = margins.filter((one) => one !== head && one.pieces.some(isMoreThanNumber));
  dropped.place('margin', others.length);
  tellFonts(fonts, dropped);
  return { pieces: [...(head?.pieces ?? []), ...pieces], dropped: dropped.words };
}

const wordsOf = (piece: Piece) =>
  plain('rows' in piece ? piece.rows.flat(2).join(' ') : piece.markdown);
const isMoreThanNumber = (piece: Piece) => !/^(?:trang|page)?[\s\d/–-]*$/iu.test(wordsOf(piece));
