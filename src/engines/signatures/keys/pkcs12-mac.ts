import { createHmac, getHashes, timingSafeEqual } from 'node:crypto';
import forge from 'node-forge';
import { identifierOf, integerOf, type Node, octetsOf, partsOf } from './ber-nodes.ts';
import { deriveKey, MOST_ROUNDS } from './pkcs12-derivation.ts';

export type MacAnswer = 'right' | 'differs' | 'absent' | 'unknown';

const MAC_KEY = 3;

/** Whether the MAC over the whole content is that of the password (RFC 7292, 4 and B.2); PBMAC1 is not known. */
export function macAnswer(mac: Node | undefined, content: Buffer, password: string): MacAnswer {
  if (!mac) return 'absent';
  const [told, salt, rounds] = partsOf(mac);
  const [algorithm, digest] = partsOf(told);
  const identifier = identifierOf(partsOf(algorithm)[0]);
  const hash = identifier === undefined ? undefined : forge.pki.oids[identifier];
  const [saltBytes, macBytes] = [octetsOf(salt), octetsOf(digest)];
  if (!hash || !HASHES.has(hash) || !getHashes().includes(hash) || !saltBytes || !macBytes) {
    return 'unknown';
  }
  const iterations = rounds === undefined ? 1 : integerOf(rounds);
  if (!(iterations <= MOST_ROUNDS)) return 'unknown';
  // Without a password some write its terminating zeros and some nothing at all.
  const asked = password === '' ? ['', undefined] : [password];
  const isRight = asked.some((words) => {
    const length = macBytes.length;
    const key = deriveKey({ words, salt: saltBytes, use: MAC_KEY, iterations, length, hash });
    const own = createHmac(hash, key).update(content).digest();
    return own.length === length && timingSafeEqual(own, macBytes);
  });
  return isRight ? 'right' : 'differs';
}

const HASHES = new Set(['md5', 'sha1', 'sha256', 'sha384', 'sha512']);
