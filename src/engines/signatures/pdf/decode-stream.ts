import { inflateSync } from 'node:zlib';
import { SigningError } from '../signing-error.ts';
import { Dictionary, Name, Numeral, type PdfObject, type Stream } from './objects.ts';
import { undoPredictor } from './predictor.ts';

const LARGEST = 50_000_000;

/**
 * The content of a stream: as it is, or unpacked where it is plain Flate, with the PNG predictors that cross-reference
 * streams use; nothing else occurs in files we can judge. Never more than `largest` bytes.
 */
export function decodeStream({ dictionary, data }: Stream, largest = LARGEST): Buffer {
  const filter = only(dictionary.get('Filter'));
  if (filter === null) return data;
  try {
    if (filter instanceof Name && filter.value === 'FlateDecode') {
      const plain = inflateSync(data, { maxOutputLength: Math.max(1, Math.min(largest, LARGEST)) });
      return unpredicted(plain, only(dictionary.get('DecodeParms')));
    }
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) throw tooLarge();
    // The rest is told below, like any other stream that cannot be read.
  }
  throw new SigningError(
    'unreadable-pdf',
    'Một phần của tệp PDF bị hỏng hoặc nén theo cách lạ. Hãy lấy lại tệp gốc từ nơi phát hành.',
  );
}

const tooLarge = () =>
  new SigningError(
    'unreadable-pdf',
    'Một phần của tệp PDF bung ra quá lớn nên không đọc. Hãy lấy lại tệp gốc từ nơi phát hành.',
  );

/** One filter may stand alone or in a list of one (ISO 32000-1, 7.4). */
function only(object: PdfObject | undefined): PdfObject {
  if (Array.isArray(object) && object.length === 1) return object[0]!;
  return object ?? null;
}

function unpredicted(data: Buffer, parameters: PdfObject): Buffer {
  if (parameters === null) return data;
  if (!(parameters instanceof Dictionary)) throw new Error('Unknown parameters');
  const number = (key: string, byDefault: number) => {
    const value = parameters.get(key);
    return value instanceof Numeral ? value.value : byDefault;
  };
  const isPlain = number('Colors', 1) === 1 && number('BitsPerComponent', 8) === 8;
  const predictor = number('Predictor', 1);
  if (predictor === 1) return data;
  if (!isPlain || predictor < 10) throw new Error('Unknown predictor');
  return undoPredictor(data, number('Columns', 1));
}
