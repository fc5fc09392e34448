import { createHash } from 'node:crypto';

const CHUNK = 65_536;

/** `length` bytes that no compression makes shorter and that are the same every time, as a source gives them. */
export function* someBytes(length: number, seed = 1): Generator<Buffer> {
  let state = Uint32Array.of(seed);
  for (let at = 0; at < length; at += CHUNK) {
    const words = new Uint32Array(CHUNK / 4);
    let value = state[0]!;
    for (let each = 0; each < words.length; each += 1) {
      value ^= value << 13;
      value ^= value >>> 17;
      value ^= value << 5;
      words[each] = value;
    }
    state = Uint32Array.of(value);
    yield Buffer.from(words.buffer).subarray(0, Math.min(CHUNK, length - at));
  }
}

export async function* asStream(chunks: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
}

/** SHA-256 and length of what comes. */
export async function summaryOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ sha256: string; size: number }> {
  const whole = createHash('sha256');
  let size = 0;
  for await (const chunk of source) {
    whole.update(chunk);
    size += chunk.length;
  }
  return { sha256: whole.digest('hex'), size };
}
