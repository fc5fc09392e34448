import { createHash } from 'node:crypto';

const BLOCKS: Record<string, number> = { sha384: 128, sha512: 128 };

/** More than anybody writes, and a few seconds of work. */
export const MOST_ROUNDS = 20_000_000;

interface Derivation {
  /** Absent where even its terminating zeros are. */
  words: string | undefined;
  salt: Buffer;
  /** 1 for keys of ciphers, 2 for their first blocks, 3 for MACs. */
  use: number;
  iterations: number;
  length: number;
  hash: string;
}

/** Bytes out of a password by RFC 7292, B.2. */
export function deriveKey({ words, salt, use, iterations, length, hash }: Derivation): Buffer {
  const block = BLOCKS[hash] ?? 64;
  const password =
    words === undefined ? Buffer.alloc(0) : Buffer.from(`${words}\0`, 'utf16le').swap16();
  let input: Buffer = Buffer.concat([filled(salt, block), filled(password, block)]);
  const pieces: Buffer[] = [];
  for (let made = 0; made < length;) {
    let piece = createHash(hash).update(Buffer.alloc(block, use)).update(input).digest();
    for (let round = 1; round < iterations; round++) {
      piece = createHash(hash).update(piece).digest();
    }
    pieces.push(piece);
    made += piece.length;
    input = added(input, filled(piece, block).subarray(0, block), block);
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/** Repeated up to a whole number of blocks. */
const filled = (bytes: Buffer, block: number) =>
  bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);

/** Each block of the input, as a number, plus the piece plus one. */
function added(input: Buffer, piece: Buffer, block: number): Buffer {
  const next = Buffer.from(input);
  for (let start = 0; start < next.length; start += block) {
    let carry = 1;
    for (let at = block - 1; at >= 0; at--) {
      carry += next[start + at]! + piece[at]!;
      next[start + at] = carry & 0xff;
      carry >>= 8;
    }
  }
  return next;
}
