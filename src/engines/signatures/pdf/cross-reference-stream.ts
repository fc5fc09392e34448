import { decodeStream } from './decode-stream.ts';
import { Name, Numeral, type PdfObject, type Stream } from './objects.ts';

/** Where an object is: nowhere, at an offset of the file, or inside an object stream. */
export type Entry =
  | { kind: 'free' }
  | { kind: 'offset'; offset: number; generation: number }
  | { kind: 'packed'; container: number; index: number };

const WIDEST = 6;
const MOST_BYTES = 20_000_000;

/** The entries of a cross-reference stream (ISO 32000-1, 7.5.8); undefined when it is none. */
export function readEntries(stream: Stream, most: number): Map<number, Entry> | undefined {
  const { dictionary } = stream;
  const type = dictionary.get('Type');
  const widths = integers(dictionary.get('W'));
  const size = integers([dictionary.get('Size') ?? null])?.[0];
  const isStream = type instanceof Name && type.value === 'XRef';
  if (!isStream || widths?.length !== 3 || widths.some((width) => width > WIDEST)) return undefined;
  const ranges = integers(dictionary.get('Index') ?? [new Numeral('0'), new Numeral(String(size))]);
  if (!ranges || ranges.length % 2 !== 0) return undefined;
  return entriesIn(decodeStream(stream, MOST_BYTES), widths, ranges, most);
}

function entriesIn(
  data: Buffer,
  widths: number[],
  ranges: number[],
  most: number,
): Map<number, Entry> | undefined {
  const entries = new Map<number, Entry>();
  const row = widths[0]! + widths[1]! + widths[2]!;
  let position = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    const [first, count] = [ranges[range]!, ranges[range + 1]!];
    if (entries.size + count > most || position + count * row > data.length) return undefined;
    for (let number = first; number < first + count; number++, position += row) {
      if (entries.has(number)) return undefined;
      entries.set(number, entryAt(data, position, widths));
    }
  }
  return position === data.length ? entries : undefined;
}

function entryAt(data: Buffer, position: number, [one = 0, two = 0, three = 0]: number[]): Entry {
  const field = (at: number, width: number) => (width > 0 ? data.readUIntBE(at, width) : 0);
  const kind = one > 0 ? field(position, one) : 1;
  const [second, third] = [field(position + one, two), field(position + one + two, three)];
  if (kind === 1) return { kind: 'offset', offset: second, generation: third };
  if (kind === 2) return { kind: 'packed', container: second, index: third };
  // Any other kind stands for null (table 18).
  return { kind: 'free' };
}

function integers(object: PdfObject | undefined): number[] | undefined {
  if (!Array.isArray(object)) return undefined;
  const values = object.map((item) => (item instanceof Numeral ? item.value : NaN));
  return values.every((value) => Number.isInteger(value) && value >= 0) ? values : undefined;
}
