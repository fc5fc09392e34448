/**
 * Bytes of a kept file come and go in pieces of this length, the last one shorter. It is part of what is
 * stored: piece n begins at n × PIECE.
 */
export const PIECE = 2 ** 20;

/** Of how many pieces a file of `size` bytes is; an empty one is of one empty piece. */
export const piecesIn = (size: number) => Math.max(1, Math.ceil(size / PIECE));

/** The same bytes cut anew into pieces of `length`, the last one shorter; of nothing, one empty piece. */
export async function* inPieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length = PIECE,
): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let has = 0;
  let isFirst = true;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + length - has);
      parts.push(part);
      has += part.length;
      at += part.length;
      if (has < length) continue;
      yield Buffer.concat(parts);
      parts = [];
      has = 0;
      isFirst = false;
    }
  }
  if (has > 0 || isFirst) yield Buffer.concat(parts);
}
