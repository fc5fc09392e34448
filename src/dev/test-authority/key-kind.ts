import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

export type KeyKind = 'RSA-2048' | 'RSA-3072' | 'P-256';

export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

export async function newKeyPair(kind: KeyKind): Promise<KeyPair> {
  if (kind === 'P-256') return promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  return promisify(generateKeyPair)('rsa', { modulusLength: Number(kind.slice('RSA-'.length)) });
}

/** How the web's cryptography names signing with this key and SHA-256. */
export function signingAlgorithm({ asymmetricKeyType }: KeyObject) {
  return asymmetricKeyType === 'ec'
    ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
}

export function webKey(key: KeyObject, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const isPrivate = key.type === 'private';
  const der = isPrivate
    ? key.export({ type: 'pkcs8', format: 'der' })
    : key.export({ type: 'spki', format: 'der' });
  const algorithm = signingAlgorithm(key);
  return crypto.subtle.importKey(
    isPrivate ? 'pkcs8' : 'spki',
    new Uint8Array(der),
    algorithm,
    true,
    [usage],
  );
}
