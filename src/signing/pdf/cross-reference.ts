import { SigningError } from '../signing-error.ts';
import { Dictionary, Numeral } from './objects.ts';
import { Parser } from './parser.ts';

export interface Entry {
  offset: number;
  generation: number;
  isFree: boolean;
}

/** One saving of the file: its own table of objects, its trailer, and where its bytes end. */
export interface Section {
  start: number;
  /** First byte after `%%EOF` and its line end: the length of the file when this revision was the newest. */
  end: number;
  entries: Map<number, Entry>;
  trailer: Dictionary;
}

const TAIL = 64;
/** Page, person, seal, and two for every archive timestamp; each is compared with the one before. */
const MOST_SECTIONS = 24;
/** In one saving. */
const MOST_ENTRIES = 100_000;

/**
 * The sections of a file, oldest first (ISO 32000-1, 7.5.4 to 7.5.6). Only classic tables, each later in the file
 * than the one before: that is how our dispatches are written, and it leaves no room for two readings.
 */
export function readSections(bytes: Buffer): Section[] {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - TAIL));
  const last = /startxref\s+(\d{1,10})\s+%%EOF[\r\n]*$/.exec(tail);
  if (!last) throw unreadable('tệp không kết thúc bằng bảng đối tượng');
  const sections: Section[] = [];
  let start: number | undefined = Number(last[1]);
  let limit = bytes.length;
  while (start !== undefined) {
    const section = readSection(bytes, start);
    if (section.end > limit) throw unreadable('các lần lưu của tệp chồng lên nhau');
    sections.unshift(section);
    if (sections.length > MOST_SECTIONS) throw unreadable('tệp có quá nhiều lần lưu');
    limit = start;
    start = previousOf(section);
  }
  if (sections.at(-1)!.end !== bytes.length) throw unreadable('sau bảng đối tượng còn dữ liệu lạ');
  return sections;
}

function readSection(bytes: Buffer, start: number): Section {
  const parser = new Parser(bytes, start);
  if (start >= bytes.length || !parser.accept('xref')) throw unreadable('bảng đối tượng ở dạng lạ');
  const entries = new Map<number, Entry>();
  while (!parser.accept('trailer')) {
    const [first, count] = [parser.integer(), parser.integer()];
    if (entries.size + count > MOST_ENTRIES) throw unreadable('tệp có quá nhiều đối tượng');
    for (let number = first; number < first + count; number++) {
      const [offset, generation] = [parser.integer(), parser.integer()];
      const isFree = parser.accept('f');
      if (!isFree) parser.expect('n');
      if (entries.has(number)) parser.refuse();
      entries.set(number, { offset, generation, isFree });
    }
  }
  const trailer = parser.object();
  if (!(trailer instanceof Dictionary) || trailer.has('XRefStm') || trailer.has('Encrypt')) {
    throw unreadable('phần cuối của bảng đối tượng ở dạng lạ');
  }
  parser.expect('startxref');
  if (parser.integer() !== start) throw unreadable('bảng đối tượng chỉ sang nơi khác');
  const close = /^\s*%%EOF(\r\n|\r|\n)?/.exec(
    bytes.toString('latin1', parser.position, parser.position + 16),
  );
  if (!close) throw unreadable('lần lưu không có dấu kết thúc');
  return { start, end: parser.position + close[0].length, entries, trailer };
}

function previousOf({ trailer, start }: Section): number | undefined {
  const previous = trailer.get('Prev');
  if (previous === undefined) return undefined;
  if (!(previous instanceof Numeral) || !(previous.value < start)) {
    throw unreadable('thứ tự các lần lưu bị đảo');
  }
  return previous.value;
}

function unreadable(why: string): SigningError {
  return new SigningError(
    'unreadable-pdf',
    `Không đọc chắc chắn được tệp PDF: ${why}. Hãy lấy lại tệp gốc từ nơi phát hành.`,
  );
}
