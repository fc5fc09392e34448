import { CertificateRevocationList } from 'pkijs';

const INTEGER = 0x02;
const TIMES = new Set([0x17, 0x18]); // UTCTime, GeneralizedTime
const SEQUENCE = 0x30;

/** A revocation list (RFC 5280, 5.1) whose entries stay bytes: authorities have lists of a hundred thousand. */
export interface RevocationList {
  /** All but the entries. */
  head: CertificateRevocationList;
  /** `tbsCertList` as it was signed. */
  signed: Uint8Array;
  /** DER of each entry. */
  entries: () => Generator<Uint8Array>;
}

/** Content of one element, and the element with its head. */
export interface Element {
  tag: number;
  content: Uint8Array;
  whole: Uint8Array;
}

/** Throws on bytes that are no list in DER. asn1js refuses more than 10,000 nodes, which is 3,300 entries. */
export function readList(der: Uint8Array): RevocationList {
  const [list, ...beyond] = elements(der);
  if (list?.tag !== SEQUENCE || beyond.length > 0) throw new NoList();
  const [tbs, algorithm, signature] = elements(list.content);
  if (tbs?.tag !== SEQUENCE || !algorithm || !signature) throw new NoList();
  const parts = [...elements(tbs.content)];
  const entries = parts.find(
    ({ tag }, at) => tag === SEQUENCE && TIMES.has(parts[at - 1]?.tag ?? 0),
  );
  for (const entry of entries ? elements(entries.content) : []) requireEntry(entry);
  const short = sequence(parts.filter((part) => part !== entries).map(({ whole }) => whole));
  const head = CertificateRevocationList.fromBER(
    sequence([short, algorithm.whole, signature.whole]),
  );
  return {
    head,
    signed: tbs.whole,
    *entries() {
      for (const { whole } of entries ? elements(entries.content) : []) yield whole;
    },
  };
}

/** The elements that follow one another in `bytes`; throws where they do not fill it. */
export function* elements(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length;) {
    const { start, end } = extentAt(bytes, at);
    yield { tag: bytes[at]!, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
    at = end;
  }
}

function extentAt(bytes: Uint8Array, at: number): { start: number; end: number } {
  const first = bytes[at + 1] ?? 0x80;
  if (first < 0x80) return within(bytes, at + 2, first);
  const size = first & 0x7f;
  if (size === 0 || size > 4) throw new NoList(); // DER has no indefinite length
  let length = 0;
  for (let digit = 0; digit < size; digit += 1)
    length = length * 256 + (bytes[at + 2 + digit] ?? 0);
  return within(bytes, at + 2 + size, length);
}

function within(bytes: Uint8Array, start: number, length: number) {
  const end = start + length;
  if (end > bytes.length) throw new NoList();
  return { start, end };
}

function requireEntry({ tag, content }: Element): void {
  const [serial, date, extensions, ...more] = tag === SEQUENCE ? elements(content) : [];
  const isEntry = serial?.tag === INTEGER && TIMES.has(date?.tag ?? 0) && more.length === 0;
  if (!isEntry || (extensions && extensions.tag !== SEQUENCE)) throw new NoList();
}

function sequence(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = Buffer.concat(parts);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  return new Uint8Array(Buffer.concat([Buffer.from([SEQUENCE, 0x84]), size, content]));
}

class NoList extends Error {
  override name = 'NoList';
}
