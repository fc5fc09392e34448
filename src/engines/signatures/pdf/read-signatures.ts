import { type Dictionary, Name, Numeral, Reference, Text, wordsOf } from './objects.ts';
import { SigningError } from '../signing-error.ts';
import { unreadable } from './unreadable.ts';
import { allFields } from './form-fields.ts';
import type { PdfFile } from './pdf-file.ts';

/** Every one is compared with the whole file. */
const MOST_SIGNATURES = 64;

export interface StoredSignature {
  field: string;
  reference: Reference;
  value: Dictionary;
  kind: 'signature' | 'timestamp';
  /** How it is encoded (`SubFilter`); absent when the file does not say. */
  form?: string;
  /** The CMS with the zeros behind it. */
  contents: Buffer;
  /** `[0, a, b, c]` of the signature dictionary as it stands. */
  byteRange: number[];
  /** How long the file was when it was signed. */
  coveredLength: number;
  claimedTime?: Date;
}

/** The signatures of a file, in the order they were made. */
export function readSignatures(file: PdfFile): StoredSignature[] {
  const signatures: StoredSignature[] = [];
  for (const { name, type, dictionary } of allFields(file)) {
    const reference = dictionary.get('V');
    if (type !== 'signature' || reference === undefined || reference === null) continue;
    if (!(reference instanceof Reference)) throw unreadable(`chữ ký ở ô “${name}” ở dạng lạ`);
    const value = file.dictionaryAt(reference);
    const contents = value.get('Contents');
    const range = value.get('ByteRange');
    const byteRange = Array.isArray(range)
      ? range.map((n) => (n instanceof Numeral ? n.value : NaN))
      : [];
    const kind = value.get('Type');
    const form = value.get('SubFilter');
    const claimed = value.get('M');
    const time = claimed instanceof Text ? parseDate(wordsOf(claimed)) : undefined;
    signatures.push({
      field: name,
      reference,
      value,
      kind: kind instanceof Name && kind.value === 'DocTimeStamp' ? 'timestamp' : 'signature',
      ...(form instanceof Name && { form: form.value }),
      contents: contents instanceof Text ? contents.bytes : Buffer.alloc(0),
      byteRange,
      coveredLength: (byteRange[2] ?? NaN) + (byteRange[3] ?? NaN),
      ...(time && { claimedTime: time }),
    });
  }
  if (signatures.length > MOST_SIGNATURES) throw tooMany();
  return signatures.sort((a, b) => a.coveredLength - b.coveredLength);
}

const tooMany = () =>
  new SigningError(
    'unreadable-pdf',
    'Tệp PDF có nhiều chữ ký bất thường. Hãy lấy lại tệp gốc từ nơi phát hành.',
  );

/** `D:YYYYMMDDHHmmSS+07'00'` (ISO 32000-1, 7.9.4). */
function parseDate(words: string): Date | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?/.exec(words);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, offset = '+00', rest = '00'] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}:${rest}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
