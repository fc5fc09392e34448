import { inflateSync } from 'node:zlib';
import { SigningError } from '../signing-error.ts';
import { Name, type Stream } from './objects.ts';

const LARGEST = 50_000_000;

/** The content of a stream: as it is, or unpacked where it is plain Flate; nothing else is used in our files. */
export function decodeStream({ dictionary, data }: Stream): Buffer {
  const filter = dictionary.get('Filter');
  if (filter === undefined) return data;
  try {
    if (
      filter instanceof Name &&
      filter.value === 'FlateDecode' &&
      !dictionary.has('DecodeParms')
    ) {
      return inflateSync(data, { maxOutputLength: LARGEST });
    }
  } catch {
    // Told below, like any other stream that cannot be read.
  }
  throw new SigningError(
    'unreadable-pdf',
    'Một phần của tệp PDF bị hỏng hoặc nén theo cách lạ. Hãy lấy lại tệp gốc từ nơi phát hành.',
  );
}
