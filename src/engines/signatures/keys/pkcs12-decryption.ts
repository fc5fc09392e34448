import { pbkdf2Sync } from 'node:crypto';
import { fromBER } from 'asn1js';
import { identifierOf, integerOf, type Node, octetsOf, partsOf, tagOf } from './ber-nodes.ts';
import { deriveKey, MOST_ROUNDS } from './pkcs12-derivation.ts';
import { Pkcs12Unreadable } from './pkcs12-unreadable.ts';
import { type Cipher, OLD, NEW } from './pkcs12-ciphers.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
/** HMAC of PBKDF2; what is left out is SHA-1 (RFC 8018, A.2). */
const PRFS: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

/**
 * One encrypted part. The older schemes take the password as UTF-16 and PBES2 takes it as UTF-8 (RFC 7292, B.1; RFC
 * 8018, 3), but some write the bytes of Latin-1 or of UTF-16 there: what comes out as ASN.1 was right.
 */
export function decryptPkcs12(
  algorithm: Node | undefined,
  data: Buffer | undefined,
  password: string,
): Buffer {
  const way = wayOf(algorithm);
  if (!way || !data) throw new Pkcs12Unreadable(false);
  for (const key of way.keysOf(password)) {
    try {
      const plain = way.decipher(key(), data);
      if (fromBER(new Uint8Array(plain)).offset !== -1) return plain;
    } catch {
      // Not with this one: the padding comes out wrong.
    }
  }
  throw new Pkcs12Unreadable(true);
}

interface Way {
  keysOf: (password: string) => (() => { key: Buffer; iv: Buffer })[];
  decipher: (found: { key: Buffer; iv: Buffer }, data: Buffer) => Buffer;
}

function wayOf(algorithm: Node | undefined): Way | undefined {
  const [scheme, parameters] = partsOf(algorithm);
  const identifier = identifierOf(scheme) ?? '';
  const old = OLD[identifier];
  if (old) return oldWay(old, partsOf(parameters));
  return identifier === PBES2 ? newWay(partsOf(parameters).map(partsOf)) : undefined;
}

function oldWay({ length, decipher }: Cipher, [salted, rounds]: Node[]): Way | undefined {
  const salt = octetsOf(salted);
  if (!salt || !rounds) return undefined;
  const iterations = integerOf(rounds);
  if (!(iterations <= MOST_ROUNDS)) return undefined;
  return {
    keysOf: (password) =>
      (password === '' ? ['', undefined] : [password]).map((words) => () => {
        const own = { words, salt, iterations, hash: 'sha1' };
        const key = deriveKey({ ...own, use: 1, length });
        return { key, iv: deriveKey({ ...own, use: 2, length: 8 }) };
      }),
    decipher: ({ key, iv }, data) => decipher(key, iv, data),
  };
}

function newWay([derivation, encryption]: Node[][]): Way | undefined {
  const [salted, rounds, ...more] = partsOf(derivation?.[1]);
  const cipher = NEW[identifierOf(encryption?.[0]) ?? ''];
  const [salt, iv] = [octetsOf(salted), octetsOf(encryption?.[1])];
  const named = more.find((part) => tagOf(part) === 'sequence');
  const hash = named ? PRFS[identifierOf(partsOf(named)[0]) ?? ''] : 'sha1';
  const isKnown =
    identifierOf(derivation?.[0]) === PBKDF2 && cipher && salt && iv && rounds && hash;
  if (!isKnown) return undefined;
  const iterations = integerOf(rounds);
  if (!(iterations <= MOST_ROUNDS)) return undefined;
  return {
    keysOf: (password) =>
      bytesOf(password).map((bytes) => () => {
        return { key: pbkdf2Sync(bytes, salt, iterations, cipher.length, hash), iv };
      }),
    decipher: ({ key }, data) => cipher.decipher(key, iv, data),
  };
}

function bytesOf(password: string): Buffer[] {
  const utf16 = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const all = [Buffer.from(password, 'utf8'), Buffer.from(password, 'latin1'), utf16];
  return all.filter((bytes, at) => all.findIndex((other) => other.equals(bytes)) === at);
}
