import { createHash } from 'node:crypto';
import { SigningError } from '../signing-error.ts';
import { type Dictionary, dictionary, name, Numeral, type PdfObject, Text } from './objects.ts';

/** A file that lacks nothing but its newest signature. */
export interface OpenSignature {
  pdf: Buffer;
  /** SHA-256 of all bytes but the hole for the signature. */
  digest: Buffer;
}

interface Hole {
  /** Of `<`. */
  start: number;
  /** First byte after `>`. */
  end: number;
}

/** As wide as the largest offset a classic table can hold. */
const OPEN_NUMBER = new Numeral('9999999999');

export function signatureDictionary(room: number, entries: Record<string, PdfObject>): Dictionary {
  return dictionary({
    Filter: name('Adobe.PPKLite'),
    ByteRange: [new Numeral('0'), OPEN_NUMBER, OPEN_NUMBER, OPEN_NUMBER],
    Contents: new Text(Buffer.alloc(room)),
    ...entries,
  });
}

/** Writes the byte range of the signature added after `from`, and takes the digest of what it covers. */
export function addressHoles(pdf: Buffer, from: number): OpenSignature {
  const hole = holeOf(pdf, from);
  const start = pdf.indexOf('[', pdf.indexOf('/ByteRange', from));
  const end = pdf.indexOf(']', start) + 1;
  const range = `[0 ${hole.start} ${hole.end} ${pdf.length - hole.end}]`;
  pdf.write(range.padEnd(end - start), start, 'latin1');
  return { pdf, digest: digestAround(pdf, hole) };
}

/** A prepared file that was stored: only its bytes are needed to go on. */
export function reopen(pdf: Buffer): OpenSignature {
  return { pdf, digest: digestAround(pdf, newestHole(pdf)) };
}

/** Puts the CMS into the hole of the newest signature. */
export function fillHole({ pdf, digest }: OpenSignature, cms: Uint8Array): Buffer {
  const hole = newestHole(pdf);
  if (!digestAround(pdf, hole).equals(digest)) throw notPrepared();
  const room = (hole.end - hole.start - 2) / 2;
  if (cms.length > room) {
    throw new SigningError(
      'placeholder-too-small',
      `Chữ ký dài ${cms.length} byte, chỗ dành sẵn ${room} byte. Hãy chuẩn bị lại với chỗ lớn hơn.`,
    );
  }
  const signed = Buffer.from(pdf);
  signed.write(Buffer.from(cms).toString('hex'), hole.start + 1, 'latin1');
  return signed;
}

const newestHole = (pdf: Buffer) => holeOf(pdf, pdf.lastIndexOf('/ByteRange'));

function holeOf(pdf: Buffer, from: number): Hole {
  const key = pdf.indexOf('/Contents <00', from);
  if (from < 0 || key < 0) throw notPrepared();
  const start = pdf.indexOf('<', key);
  return { start, end: pdf.indexOf('>', start) + 1 };
}

function digestAround(pdf: Buffer, { start, end }: Hole): Buffer {
  return createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest();
}

function notPrepared(): SigningError {
  return new SigningError(
    'not-prepared',
    'Tệp không phải bản đang chờ chữ ký. Hãy bắt đầu lại việc ký từ văn bản đã lưu.',
  );
}
