const CRLF = '\r\n';

/** Shorter runs are not worth a file of their own. */
const SMALLEST_BLOCK_BYTES = 8_192;

/** A piece of a mail: as it is, or a block worth storing once. */
export interface Piece {
  bytes: Buffer;
  isBlock: boolean;
}

/**
 * Cuts out long runs of lines of one length: what base64 makes of a file, whatever stands around
 * it. The pieces in order are the mail, byte for byte, also where the guess is wrong.
 */
export function split(mail: Buffer): Piece[] {
  const pieces: Piece[] = [];
  let copied = 0;
  let line = 0;
  for (;;) {
    const end = mail.indexOf(CRLF, line, 'latin1');
    if (end < 0) break;
    const next = endOfRun(mail, line, end - line);
    if (next - line >= SMALLEST_BLOCK_BYTES) {
      if (line > copied) pieces.push({ bytes: mail.subarray(copied, line), isBlock: false });
      pieces.push({ bytes: mail.subarray(line, next), isBlock: true });
      copied = next;
    }
    line = next;
  }
  if (copied < mail.length) pieces.push({ bytes: mail.subarray(copied), isBlock: false });
  return pieces;
}

/** Where the lines of `length` bytes that begin at `start` end; the first is known to be one. */
function endOfRun(mail: Buffer, start: number, length: number): number {
  const step = length + CRLF.length;
  let next = start + step;
  while (mail[next + length] === 0x0d && mail[next + length + 1] === 0x0a) next += step;
  return next;
}
