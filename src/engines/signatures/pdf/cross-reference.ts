import type { Linearisation } from './section.ts';
import type { Section } from './section.ts';
import { SigningError } from '../signing-error.ts';
import { type Entry, readEntries } from './cross-reference-stream.ts';
import { readLinearisation, requireAgreement } from './linearisation.ts';
import { Dictionary, Numeral, Stream } from './objects.ts';
import { Parser } from './parser.ts';
import { unreadable } from './unreadable.ts';

export type { Entry } from './cross-reference-stream.ts';

const TAIL = 64;
/** Page, person, seal, and two for every archive timestamp; each is compared with the one before. */
const MOST_SECTIONS = 24;
/** In one saving. */
export const MOST_ENTRIES = 100_000;

/**
 * The sections of a file, oldest first (ISO 32000-1, 7.5.4 to 7.5.8): tables, streams, or both. Each stands later in
 * the file than the one before and nothing is said twice, which leaves no room for two readings.
 */
export function readSections(bytes: Buffer): Section[] {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - TAIL));
  const last = /startxref\s+(\d{1,10})\s+%%EOF[\r\n]*$/.exec(tail);
  if (!last) throw unreadable('tệp không kết thúc bằng bảng đối tượng');
  const sections: Section[] = [];
  const linearisation = readLinearisation(bytes);
  let start: number | undefined = Number(last[1]);
  let limit = bytes.length;
  while (start !== undefined) {
    const section: Section =
      start === linearisation?.table
        ? readLinearised(bytes, linearisation)
        : readSection(bytes, start);
    if (section.end > limit) throw unreadable('các lần lưu của tệp chồng lên nhau');
    sections.unshift(section);
    if (sections.length > MOST_SECTIONS) throw unreadable('tệp có quá nhiều lần lưu');
    limit = start;
    start = section.linearisation ? undefined : previousOf(section);
    if (section.beside && section.beside.offset < (start ?? 0)) {
      throw unreadable('bảng đối tượng chỉ sang nơi khác');
    }
  }
  if (sections.at(-1)!.end !== bytes.length) throw unreadable('sau bảng đối tượng còn dữ liệu lạ');
  if (linearisation) requireAgreement(bytes, linearisation, sections);
  return sections;
}

/**
 * Both tables of a linearised file as one (ISO 32000-1, F.3.4 and F.3.12): that of the first page stands at the
 * beginning and names the main one, which stands at the end and names it back. What comes between belongs to both.
 */
function readLinearised(bytes: Buffer, linearisation: Linearisation): Section {
  const start = linearisation.table;
  // What may follow the first page's table, `startxref` and an end mark, is ignored by everybody.
  const first = readTables(new Parser(bytes, start));
  const place = first.trailer.get('Prev');
  if (!(place instanceof Numeral) || !(place.value > start)) {
    throw unreadable('bảng đối tượng của trang đầu chỉ sang nơi lạ');
  }
  const main = readSection(bytes, place.value, start);
  if (main.trailer.has('Prev')) throw unreadable('thứ tự các lần lưu bị đảo');
  for (const number of main.entries.keys()) {
    if (first.entries.has(number)) throw unreadable('hai bảng đối tượng của tệp nói khác nhau');
  }
  const { trailer, isStream } = first;
  const entries = new Map([...main.entries, ...first.entries]);
  const { mark, end } = main;
  const told = { ...linearisation, main: main.start };
  return { start, mark, end, entries, trailer, isStream, linearisation: told };
}

/** `named` is what must stand behind `startxref`. */
function readSection(bytes: Buffer, start: number, named = start): Section {
  if (start >= bytes.length) throw unreadable('bảng đối tượng ở dạng lạ');
  const parser = new Parser(bytes, start);
  const read = readTables(parser);
  parser.expect('startxref');
  if (parser.integer() !== named) throw unreadable('bảng đối tượng chỉ sang nơi khác');
  const close = /^\s*%%EOF(\r\n|\r|\n)?/.exec(
    bytes.toString('latin1', parser.position, parser.position + 16),
  );
  if (!close) throw unreadable('lần lưu không có dấu kết thúc');
  const end = parser.position + close[0].length;
  return { start, mark: end - (close[1]?.length ?? 0), end, ...read };
}

function readTables(parser: Parser): Pick<Section, 'entries' | 'trailer' | 'isStream' | 'beside'> {
  const isStream = !parser.accept('xref');
  return { isStream, ...(isStream ? readStream(parser) : readTable(parser)) };
}

function readTable(parser: Parser): Pick<Section, 'entries' | 'trailer' | 'beside'> {
  const entries = new Map<number, Entry>();
  while (!parser.accept('trailer')) {
    const [first, count] = [parser.integer(), parser.integer()];
    if (entries.size + count > MOST_ENTRIES) throw unreadable('tệp có quá nhiều đối tượng');
    for (let number = first; number < first + count; number++) {
      const [offset, generation] = [parser.integer(), parser.integer()];
      const isFree = parser.accept('f');
      if (!isFree) parser.expect('n');
      if (entries.has(number)) parser.refuse();
      entries.set(number, isFree ? { kind: 'free' } : { kind: 'offset', offset, generation });
    }
  }
  const trailer = parser.object();
  if (!(trailer instanceof Dictionary)) throw unreadable('phần cuối của bảng đối tượng ở dạng lạ');
  requirePlain(trailer);
  const place = trailer.get('XRefStm');
  if (place === undefined) return { entries, trailer };
  if (!(place instanceof Numeral)) throw unreadable('phần cuối của bảng đối tượng ở dạng lạ');
  return { entries, trailer, beside: readBeside(parser.bytes, place.value, entries) };
}

/** What the table calls free stands in the stream beside it; what stands in both must be the same. */
function readBeside(bytes: Buffer, offset: number, entries: Map<number, Entry>) {
  if (!Number.isInteger(offset) || offset >= bytes.length) {
    throw unreadable('bảng đối tượng ở dạng lạ');
  }
  const parser = new Parser(bytes, offset);
  for (const [number, entry] of readStream(parser).entries) {
    const known = entries.get(number);
    if (known && known.kind !== 'free' && JSON.stringify(known) !== JSON.stringify(entry)) {
      throw unreadable('hai bảng đối tượng của tệp nói khác nhau');
    }
    entries.set(number, entry);
  }
  return { offset, end: parser.position };
}

function readStream(parser: Parser): Pick<Section, 'entries' | 'trailer'> {
  const { object } = parser.indirectObject();
  if (!(object instanceof Stream)) throw unreadable('bảng đối tượng ở dạng lạ');
  requirePlain(object.dictionary);
  const entries = readEntries(object, MOST_ENTRIES);
  if (!entries) throw unreadable('bảng đối tượng ở dạng lạ');
  return { entries, trailer: object.dictionary };
}

function requirePlain(trailer: Dictionary): void {
  if (!trailer.has('Encrypt')) return;
  throw new SigningError(
    'encrypted-pdf',
    'Tệp PDF bị đặt mật khẩu hoặc hạn chế quyền nên không đọc được. Hãy lấy lại tệp gốc từ nơi phát hành.',
  );
}

function previousOf({ trailer, start }: Section): number | undefined {
  const previous = trailer.get('Prev');
  if (previous === undefined) return undefined;
  if (!(previous instanceof Numeral) || !(previous.value < start)) {
    throw unreadable('thứ tự các lần lưu bị đảo');
  }
  return previous.value;
}
