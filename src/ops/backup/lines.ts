import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const NEWLINE = 10;
/** As much of a line as tells whether it ends what COPY reads. */
const TELLING = 3;
/** A statement is no longer; rows may be. */
const LONGEST_LINE = 2 ** 20;

/** A line with its end, or a part of one that is long: at least its first three bytes come together. */
export interface LinePart {
  bytes: Buffer;
  isStart: boolean;
}

export const isEnd = ({ bytes }: LinePart) => bytes.at(-1) === NEWLINE;

/** The lines of a gzipped file as bytes (text of COPY has no raw line ends inside its values), none of them held whole. */
export async function* lineParts(file: string): AsyncGenerator<LinePart, void> {
  const text = createGunzip();
  const read = pipeline(createReadStream(file), text);
  read.catch(() => {}); // it is told where the lines are read
  let held: Buffer = Buffer.alloc(0);
  let isStart = true;
  for await (const read of text as AsyncIterable<Buffer>) {
    const piece = held.length > 0 ? Buffer.concat([held, read]) : read;
    held = Buffer.alloc(0);
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      yield { bytes: piece.subarray(start, end + 1), isStart };
      isStart = true;
      start = end + 1;
    }
    const rest = piece.subarray(start);
    if (rest.length === 0) continue;
    if (isStart && rest.length < TELLING) {
      held = rest;
      continue;
    }
    yield { bytes: rest, isStart };
    isStart = false;
  }
  await read;
  if (held.length > 0) yield { bytes: held, isStart: true };
}

/** The next line whole, without its end; none behind the last. */
export async function nextLine(parts: AsyncIterator<LinePart, void>): Promise<string | undefined> {
  const line: Buffer[] = [];
  let length = 0;
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const { bytes } = next.value;
    length += bytes.length;
    if (length > LONGEST_LINE) throw new LineTooLong();
    line.push(bytes);
    if (isEnd(next.value)) return Buffer.concat(line).toString().slice(0, -1);
  }
  return length > 0 ? Buffer.concat(line).toString() : undefined;
}

/** What is no row has no such line. */
export class LineTooLong extends Error {
  override name = 'LineTooLong';
}
