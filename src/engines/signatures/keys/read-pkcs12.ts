import { createPrivateKey, type KeyObject } from 'node:crypto';
import { fromBER } from 'asn1js';
import {
  encodingOf,
  identifierOf,
  implicitOctetsOf,
  insideOf,
  type Node,
  octetsOf,
  partsOf,
} from './ber-nodes.ts';
import { decryptPkcs12 } from './pkcs12-decryption.ts';
import { type MacAnswer, macAnswer } from './pkcs12-mac.ts';
import { Pkcs12Unreadable } from './pkcs12-unreadable.ts';

export interface Pkcs12Content {
  keys: KeyObject[];
  /** As DER, in the order of the file. */
  certificates: Buffer[];
}

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const BAGS = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  bags: '1.2.840.113549.1.12.10.1.6',
};
const X509 = '1.2.840.113549.1.9.22.1';
/** Bags in bags (RFC 7292, 4.2.6). */
const DEEPEST = 10;

/**
 * All keys and certificates of a PKCS#12 file (RFC 7292), whether written in DER or, as Bouncy Castle, NSS and older
 * Windows do, in BER: with indefinite lengths, and strings of octets in pieces.
 */
export function readPkcs12(file: Uint8Array, password: string): Pkcs12Content {
  const { offset, result } = fromBER(new Uint8Array(file));
  if (offset === -1) throw new Pkcs12Unreadable(false);
  const [, content, mac] = partsOf(result);
  const [type, wrapped] = partsOf(content);
  const safe = octetsOf(partsOf(wrapped)[0]);
  if (identifierOf(type) !== DATA || !safe) throw new Pkcs12Unreadable(false);
  const answer = macAnswer(mac, safe, password);
  // The MAC takes the password as UTF-16; who writes it otherwise is found out by the parts (see `decryptPkcs12`).
  if (answer === 'unknown') throw new Pkcs12Unreadable(false);
  if (answer === 'differs' && isAscii(password)) throw new Pkcs12Unreadable(true);
  return collect(partsOf(insideOf(partsOf(wrapped)[0])), password, answer);
}

function collect(safes: Node[], password: string, answer: MacAnswer): Pkcs12Content {
  const found: Pkcs12Content = { keys: [], certificates: [] };
  let isOpened = answer === 'right';
  const open = (algorithm: Node | undefined, data: Buffer | undefined) => {
    const plain = decryptPkcs12(algorithm, data, password);
    isOpened = true;
    return plain;
  };
  const take = (bags: Node[], depth: number): void => {
    for (const [kind, wrapped] of bags.map(partsOf)) {
      const [value] = partsOf(wrapped);
      const [first, second] = partsOf(value);
      switch (identifierOf(kind)) {
        case BAGS.key:
          found.keys.push(privateKey(value && encodingOf(value)));
          break;
        case BAGS.shroudedKey:
          found.keys.push(privateKey(open(first, octetsOf(second))));
          break;
        case BAGS.certificate: {
          const der = octetsOf(partsOf(second)[0]);
          if (identifierOf(first) === X509 && der) found.certificates.push(der);
          break;
        }
        case BAGS.bags:
          if (depth < DEEPEST) take(partsOf(value), depth + 1);
      }
    }
  };
  for (const [type, wrapped] of safes.map(partsOf)) {
    const [inner] = partsOf(wrapped);
    if (identifierOf(type) === DATA) take(partsOf(insideOf(inner)), 0);
    else if (identifierOf(type) === ENCRYPTED_DATA) {
      const [, algorithm, data] = partsOf(partsOf(inner)[1]);
      const plain = open(algorithm, implicitOctetsOf(data));
      take(partsOf(fromBER(new Uint8Array(plain)).result), 0);
    } else throw new Pkcs12Unreadable(false);
  }
  // A MAC that differs and nothing encrypted: no part could say that the password is another.
  if (answer === 'differs' && !isOpened) throw new Pkcs12Unreadable(true);
  return found;
}

function privateKey(info: Buffer | undefined): KeyObject {
  try {
    return createPrivateKey({ key: info!, format: 'der', type: 'pkcs8' });
  } catch {
    throw new Pkcs12Unreadable(false);
  }
}

// eslint-disable-next-line no-control-regex
const isAscii = (words: string) => /^[\0-\x7f]*$/.test(words);
