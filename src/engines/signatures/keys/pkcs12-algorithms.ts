import { identifierOf, insideOf, type Node, partsOf } from './ber-nodes.ts';

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2';
const KEY = '1.2.840.113549.1.12.10.1.1';
const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';

/** MD5, SHA-1 and the SHA-2 of 256, 384 and 512 bits. */
const HASHES = new Set([
  '1.2.840.113549.2.5',
  '1.3.14.3.2.26',
  '2.16.840.1.101.3.4.2.1',
  '2.16.840.1.101.3.4.2.2',
  '2.16.840.1.101.3.4.2.3',
]);
/** 3DES and RC2 by RFC 7292, appendix C. */
const OLD_SCHEMES = /^1\.2\.840\.113549\.1\.12\.1\.[3-6]$/;
/** HMAC with SHA-1 and the SHA-2 of 224 to 512 bits. */
const PRFS = /^1\.2\.840\.113549\.2\.(?:7|8|9|10|11)$/;
/** AES-128, -192 and -256, 3DES and DES in CBC. */
const CIPHERS =
  /^(?:2\.16\.840\.1\.101\.3\.4\.1\.(?:2|22|42)|1\.2\.840\.113549\.3\.7|1\.3\.14\.3\.2\.7)$/;

const NAMES: Record<string, string> = {
  '1.2.840.113549.1.5.14': 'PBMAC1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.6': 'SHA-512/256',
  '2.16.840.1.101.3.4.2.8': 'SHA3-256',
  '2.16.840.1.101.3.4.2.10': 'SHA3-512',
  '1.2.156.10197.1.401': 'SM3',
  '1.2.643.7.1.1.2.2': 'GOST (Streebog-256)',
  '1.2.643.7.1.1.2.3': 'GOST (Streebog-512)',
  '1.2.840.113549.1.12.1.1': 'RC4-128',
  '1.2.840.113549.1.12.1.2': 'RC4-40',
  '1.2.840.113549.1.5.3': 'DES với MD5 (PBES1)',
  '1.2.840.113549.1.5.6': 'RC2 với MD5 (PBES1)',
  '1.2.840.113549.1.5.10': 'DES với SHA-1 (PBES1)',
  '1.2.840.113549.1.5.11': 'RC2 với SHA-1 (PBES1)',
  '1.3.6.1.4.1.11591.4.11': 'scrypt',
  '1.2.840.113549.3.2': 'RC2-CBC',
  '2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
  '2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
  '1.2.392.200011.61.1.1.1.2': 'Camellia-128',
  '1.2.392.200011.61.1.1.1.4': 'Camellia-256',
  '1.2.410.200046.1.1.2': 'ARIA-128',
  '1.2.410.200046.1.1.12': 'ARIA-256',
  '1.2.410.200004.1.4': 'SEED',
  '1.2.156.10197.1.104.2': 'SM4',
  '1.2.643.2.2.21': 'GOST 28147-89',
  '1.2.840.113549.1.7.2': 'chữ ký (signedData)',
  '1.2.840.113549.1.7.3': 'khóa công khai của người nhận (envelopedData)',
};

const named = (identifier = '') => NAMES[identifier] ?? `thuật toán ${identifier}`;

/**
 * What keeps a PKCS#12 file (RFC 7292) from being opened, whatever the password: how it is protected as a whole, how a
 * part of it is encrypted, or that no part can hold a key. Takes the parts of PFX.
 */
export function unreadableWayIn([, content, mac]: Node[]): string | undefined {
  const [type, wrapped] = partsOf(content);
  if (identifierOf(type) !== DATA)
    return `được bảo vệ bằng ${named(identifierOf(type))}, chưa hỗ trợ`;
  const hash = mac && identifierOf(partsOf(partsOf(partsOf(mac)[0])[0])[0]);
  if (hash !== undefined && !HASHES.has(hash))
    return `có mã xác thực (MAC) bằng ${named(hash)}, chưa hỗ trợ`;
  const safes = partsOf(insideOf(partsOf(wrapped)[0]));
  const faults = safes.map(faultOf);
  const fault = faults.find((each) => each !== undefined && each !== NO_KEY);
  if (fault) return fault;
  return safes.length > 0 && faults.every((each) => each === NO_KEY) ? NO_KEY : undefined;
}

const NO_KEY = 'không có khóa riêng nào';

function faultOf(safe: Node): string | undefined {
  const [type, wrapped] = partsOf(safe);
  const [inner] = partsOf(wrapped);
  switch (identifierOf(type)) {
    case DATA: {
      const bags = partsOf(insideOf(inner)).map(partsOf);
      const keys = bags.filter(([bag]) => [KEY, SHROUDED_KEY].includes(identifierOf(bag) ?? ''));
      if (keys.length === 0) return NO_KEY;
      const shrouded = keys.find(([bag]) => identifierOf(bag) === SHROUDED_KEY);
      return shrouded && cipherFault(partsOf(partsOf(shrouded[1])[0])[0]);
    }
    case ENCRYPTED_DATA: {
      const [, encrypted] = partsOf(inner);
      return cipherFault(partsOf(encrypted)[1]);
    }
    default:
      return `được mã hóa bằng ${named(identifierOf(type))}, chưa hỗ trợ`;
  }
}

/** Of an AlgorithmIdentifier: known are the old schemes and PBES2 (RFC 8018) with PBKDF2. */
function cipherFault(algorithm: Node | undefined): string | undefined {
  const [scheme, parameters] = partsOf(algorithm);
  const identifier = identifierOf(scheme);
  const unknown = (what?: string) => `được mã hóa bằng ${named(what)}, chưa hỗ trợ`;
  if (identifier === undefined || OLD_SCHEMES.test(identifier)) return undefined;
  if (identifier !== PBES2) return unknown(identifier);
  const [derivation, cipher] = partsOf(parameters).map(partsOf);
  const kdf = identifierOf(derivation?.[0]);
  if (kdf !== PBKDF2) return unknown(kdf);
  const prf = partsOf(derivation?.[1])
    .map((part) => identifierOf(partsOf(part)[0]))
    .find((each) => each !== undefined);
  if (prf !== undefined && !PRFS.test(prf)) return unknown(prf);
  const used = identifierOf(cipher?.[0]);
  return used === undefined || CIPHERS.test(used) ? undefined : unknown(used);
}
