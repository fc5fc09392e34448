const OCTETS = 0x04;
const CONSTRUCTED = 0x20;
/** The implicit string of octets that encrypted content is (RFC 5652, 6.1). */
const CONTENT = 0x80;
const PIECE = 100;

/**
 * The same file in BER: lengths are left open and strings of octets come in pieces (X.690, 8.1.3.6 and 8.7.3). What a
 * string holds is rewritten too where that is asked for.
 */
export function inPieces(der: Buffer, where: 'outside' | 'everywhere'): Buffer {
  const parts: Buffer[] = [];
  for (let position = 0; position < der.length;) {
    const { tag, content, end } = partAt(der, position);
    if (tag === OCTETS || tag === CONTENT) {
      const isHolding = where === 'everywhere' && tag === OCTETS && isOfBags(content);
      parts.push(open(tag | CONSTRUCTED, cut(isHolding ? inPieces(content, where) : content)));
    } else if (tag & CONSTRUCTED) parts.push(open(tag, inPieces(content, where)));
    else parts.push(der.subarray(position, end));
    position = end;
  }
  return Buffer.concat(parts);
}

const open = (tag: number, content: Buffer) =>
  Buffer.concat([Buffer.of(tag, 0x80), content, Buffer.of(0, 0)]);

function cut(content: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += PIECE) {
    const piece = content.subarray(at, at + PIECE);
    pieces.push(Buffer.of(OCTETS, piece.length), piece);
  }
  return Buffer.concat(pieces);
}

function partAt(der: Buffer, position: number) {
  const [tag, first] = [der[position]!, der[position + 1]!];
  const more = first & 0x80 ? first & 0x7f : 0;
  const start = position + 2 + more;
  const length = more ? der.readUIntBE(position + 2, more) : first;
  return { tag, content: der.subarray(start, start + length), end: start + length };
}

/** Whether it is one sequence of what begins with an identifier: contents or bags, but no certificate and no key. */
function isOfBags(content: Buffer): boolean {
  if (content[0] !== 0x30) return false;
  const { content: parts, end } = partAt(content, 0);
  return end === content.length && parts[0] === 0x30 && partAt(parts, 0).content[0] === 0x06;
}

/** A PKCS#12 file without the third of its parts; OpenSSL's own `-nomac` encrypts no certificates either. */
export function withoutMac(der: Buffer): Buffer {
  const { content } = partAt(der, 0);
  const version = partAt(content, 0);
  const kept = content.subarray(0, partAt(content, version.end).end);
  const head = Buffer.of(0x30, 0x82, 0, 0);
  head.writeUInt16BE(kept.length, 2);
  return Buffer.concat([head, kept]);
}
