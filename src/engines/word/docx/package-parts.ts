import { inflateRawSync } from 'node:zlib';
import { DAMAGED, NoDocument, TOO_LARGE } from './no-document.ts';

/** A dispatch of a hundred pages with a table on each takes a tenth. */
const MOST_BYTES = 40_000_000;
const MOST_PARTS = 2000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The parts of an Office package (ZIP, APPNOTE 6.3), each unpacked within one bound for them all. */
export function partsOf(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let left = MOST_BYTES;
  try {
    const end = bytes.lastIndexOf(signature(END));
    if (end < 0) throw new NoDocument(DAMAGED);
    const count = bytes.readUInt16LE(end + 10);
    if (count > MOST_PARTS) throw new NoDocument(DAMAGED);
    let at = bytes.readUInt32LE(end + 16);
    for (let i = 0; i < count; i += 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw new NoDocument(DAMAGED);
      const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
      const part = unpack(bytes, at, left);
      left -= part.length;
      parts.set(bytes.toString('utf8', at + 46, at + 46 + name!), part);
      at += 46 + name! + extra! + comment!;
    }
  } catch (error) {
    if (error instanceof NoDocument) throw error;
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new NoDocument(isTooLarge ? TOO_LARGE : DAMAGED, false, { cause: error });
  }
  return parts;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function unpack(bytes: Buffer, entry: number, most: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) throw new NoDocument(DAMAGED);
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length > most || most <= 0) throw new NoDocument(TOO_LARGE);
  if (method === 0) return data;
  if (method !== 8) throw new NoDocument(DAMAGED);
  return inflateRawSync(data, { maxOutputLength: most });
}
