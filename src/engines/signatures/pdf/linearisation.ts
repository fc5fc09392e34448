import type { Linearisation } from './section.ts';
import type { Section } from './section.ts';
import { Dictionary, Numeral, type PdfObject, Stream } from './objects.ts';
import { Parser } from './parser.ts';
import { unreadable } from './unreadable.ts';

/** The head and the beginning of the first object; the standard wants all of it within 1,024 bytes. */
const HEAD = 1024;

/** Absent where a file is not linearised; whether it still is what it says is for `requireAgreement`. */
export function readLinearisation(bytes: Buffer): Linearisation | undefined {
  const parser = new Parser(bytes, 0);
  parser.skipWhite();
  const head = bytes.toString('latin1', parser.position, HEAD);
  if (!/^\d+\s+\d+\s+obj\s*<<[^>]*\/Linearized\b/.test(head)) return undefined;
  const { object } = parser.indirectObject();
  if (!(object instanceof Dictionary) || !object.has('Linearized')) return undefined;
  parser.skipWhite();
  return { parameters: object, table: parser.position };
}

/** With any other length nobody follows what it says (F.3.3, L): @signpdf takes away the last line end of a file. */
export const isFollowed = ({ parameters }: Linearisation, { mark, end }: Section): boolean => {
  const length = integer(parameters.get('L'));
  return mark <= length && length <= end;
};

/**
 * A reader may open such a file by what it says of itself, or by its tables like any other (F.4): both must lead to the
 * same.
 */
export function requireAgreement(
  bytes: Buffer,
  linearisation: Linearisation,
  sections: readonly Section[],
): void {
  const { parameters } = linearisation;
  const followed = sections.find((section) => isFollowed(linearisation, section));
  if (!followed) return;
  const own = sections[0]!;
  if (followed !== own || !own.linearisation) throw differs('độ dài');
  if (!isMainTable(bytes, own.linearisation.main, integer(parameters.get('T')))) {
    throw differs('bảng đối tượng chính');
  }
  const hints = parameters.get('H');
  const numbers = Array.isArray(hints) ? hints.map(integer) : [];
  if (![2, 4].includes(numbers.length)) throw differs('bảng chỉ dẫn');
  for (let at = 0; at < numbers.length; at += 2) {
    if (!isHintStream(bytes, numbers[at]!, numbers[at + 1]!)) throw differs('bảng chỉ dẫn');
  }
}

/** Of a stream its place; of a table that of its first entry, before which mutool forgets the line with the count. */
function isMainTable(bytes: Buffer, start: number, said: number): boolean {
  const between = said >= start && said < start + 64 ? bytes.toString('latin1', start, said) : 'x';
  const isBefore = said < start && /^\s+$/.test(bytes.toString('latin1', said, start));
  return isBefore || /^(xref\s+(\d+\s+\d+\s*)?)?$/.test(between);
}

/** One stream, and nothing else in the room that it is said to take. */
function isHintStream(bytes: Buffer, start: number, length: number): boolean {
  if (!(start + length <= bytes.length)) return false;
  const room = new Parser(bytes.subarray(0, start + length), start);
  const { object } = room.indirectObject();
  room.skipWhite();
  return object instanceof Stream && room.position === start + length;
}

const integer = (object: PdfObject | undefined): number =>
  object instanceof Numeral && Number.isInteger(object.value) && object.value >= 0
    ? object.value
    : NaN;

const differs = (what: string) =>
  unreadable(`phần mở nhanh ở đầu tệp nói khác phần còn lại (${what})`);
