import { decodeStream } from './decode-stream.ts';
import { Name, Numeral, type PdfObject, Stream } from './objects.ts';
import { Parser } from './parser.ts';

const MOST_OBJECTS = 20_000;

/** Objects packed together (ISO 32000-1, 7.5.7). */
export interface ObjectStream {
  /** Bytes it was unpacked to. */
  size: number;
  /** Object numbers in order. */
  numbers: number[];
  at(index: number): PdfObject;
}

/** Undefined when it is no object stream that can be read in one way only. */
export function readObjectStream(object: PdfObject, largest: number): ObjectStream | undefined {
  if (!(object instanceof Stream)) return undefined;
  const { dictionary } = object;
  const type = dictionary.get('Type');
  const [count, first] = [dictionary.get('N'), dictionary.get('First')];
  const isStream = type instanceof Name && type.value === 'ObjStm';
  if (!isStream || !(count instanceof Numeral) || !(first instanceof Numeral)) return undefined;
  if (!(count.value <= MOST_OBJECTS)) return undefined;
  const data = decodeStream(object, largest);
  const head = new Parser(data, 0);
  const pairs = Array.from(
    { length: count.value },
    () => [head.integer(), head.integer()] as const,
  );
  const numbers = pairs.map(([number]) => number);
  if (head.position > first.value || new Set(numbers).size !== numbers.length) return undefined;
  return {
    size: data.length,
    numbers,
    at: (index) => new Parser(data, first.value + pairs[index]![1]).object(),
  };
}
