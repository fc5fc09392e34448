import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { BitString, fromBER, Null, Sequence } from 'asn1js';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import { OID } from './object-identifiers.ts';

/** Hashes that a signature may rest on (ETSI TS 119 312), by object identifier. */
export const HASHES: Record<string, string> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

/** Hashes that are known well enough to say whether bytes differ, and no more. */
export const KNOWN_HASHES: Record<string, string> = {
  ...HASHES,
  [OID.sha1]: 'sha1',
  [OID.sha224]: 'sha224',
};

/**
 * Signature algorithms with the hash they name. Plain `rsaEncryption` takes the signer's digest algorithm; so does
 * `id-ecPublicKey`, which iText writes where RFC 5753, 2.1.1, wants `ecdsa-with-…`.
 */
const ALGORITHMS: Record<string, { key: 'rsa' | 'ec'; hash?: string }> = {
  [OID.rsaEncryption]: { key: 'rsa' },
  [OID.rsaSha256]: { key: 'rsa', hash: 'sha256' },
  [OID.rsaSha384]: { key: 'rsa', hash: 'sha384' },
  [OID.rsaSha512]: { key: 'rsa', hash: 'sha512' },
  [OID.ecPublicKey]: { key: 'ec' },
  [OID.ecdsaSha256]: { key: 'ec', hash: 'sha256' },
  [OID.ecdsaSha384]: { key: 'ec', hash: 'sha384' },
  [OID.ecdsaSha512]: { key: 'ec', hash: 'sha512' },
};

const CURVES = new Set([
  'prime256v1',
  'secp384r1',
  'secp521r1',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
]);
const SHORTEST_RSA = 2048;

/** Checks one signature over bytes. */
export type SignatureCheck = (
  publicKey: KeyObject,
  signed: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** How to check signatures of an algorithm; undefined when it is not accepted. `digest` is the signer's own. */
export function signatureCheck(
  algorithm: AlgorithmIdentifier,
  digest?: string,
): SignatureCheck | undefined {
  if (algorithm.algorithmId === OID.rsaPss) return pssCheck(algorithm, digest);
  // Ed25519 hashes by itself; CMS goes with SHA-512 (RFC 8419, 3.1).
  if (algorithm.algorithmId === OID.ed25519) {
    if (digest !== undefined && digest !== 'sha512') return undefined;
    return (key, signed, signature) =>
      key.asymmetricKeyType === 'ed25519' && verify(null, signed, key, signature);
  }
  const known = ALGORITHMS[algorithm.algorithmId];
  const hash = known?.hash ?? digest;
  if (!known || hash === undefined) return undefined;
  if (digest !== undefined && digest !== hash) return undefined;
  return (key, signed, signature) =>
    key.asymmetricKeyType === known.key && verify(hash, signed, key, signature);
}

/** RSA below 2048 bits and curves that no standard for signatures lists are not accepted (ETSI TS 119 312). */
export function isAcceptedKey({
  asymmetricKeyType: type,
  asymmetricKeyDetails: details,
}: KeyObject): boolean {
  if (type === 'rsa' || type === 'rsa-pss') return (details?.modulusLength ?? 0) >= SHORTEST_RSA;
  return type === 'ed25519' || (type === 'ec' && CURVES.has(details?.namedCurve ?? ''));
}

/** Hash, mask hash and salt are parameters (RFC 4055, 3.1); what is left out is SHA-1 and 20 bytes. */
function pssCheck(algorithm: AlgorithmIdentifier, digest?: string): SignatureCheck | undefined {
  const { algorithmParams } = algorithm;
  if (!(algorithmParams instanceof Sequence)) return undefined;
  const { hashAlgorithm, maskGenAlgorithm, saltLength, trailerField } = new RSASSAPSSParams({
    schema: algorithmParams,
  });
  const hash = HASHES[hashAlgorithm.algorithmId];
  const maskHash = maskHashOf(maskGenAlgorithm);
  const isUsable =
    hash !== undefined && maskHash !== undefined && trailerField === 1 && saltLength <= 512;
  if (!isUsable || (digest !== undefined && digest !== hash)) return undefined;
  return (key, signed, signature) => {
    if (!permitsPss(key, hash, maskHash, saltLength)) return false;
    return verify(hash, signed, { key: pssKey(key, algorithm), saltLength }, signature);
  };
}

function maskHashOf({ algorithmId, algorithmParams }: AlgorithmIdentifier): string | undefined {
  if (algorithmId !== OID.mgf1 || !(algorithmParams instanceof Sequence)) return undefined;
  // A mask need not withstand collisions: there SHA-1, the default, is good enough (RFC 8017, B.2.1).
  return KNOWN_HASHES[new AlgorithmIdentifier({ schema: algorithmParams }).algorithmId];
}

/** A key may be bound to parameters of its own: the same hashes, and a salt at least as long (RFC 4055, 3.3). */
function permitsPss(
  { asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject,
  hash: string,
  maskHash: string,
  salt: number,
): boolean {
  if (type === 'rsa') return true;
  if (type !== 'rsa-pss') return false;
  const { hashAlgorithm = hash, mgf1HashAlgorithm = maskHash, saltLength = 0 } = details ?? {};
  return hashAlgorithm === hash && mgf1HashAlgorithm === maskHash && salt >= saltLength;
}

/** The key bound to the parameters of one signature: Node takes the mask hash from nowhere else. */
function pssKey(key: KeyObject, { algorithmParams }: AlgorithmIdentifier): KeyObject {
  const { result } = fromBER(key.export({ type: 'spki', format: 'der' }));
  const [, bits] = (result as Sequence).valueBlock.value;
  const algorithm = new AlgorithmIdentifier({
    algorithmId: OID.rsaPss,
    algorithmParams: algorithmParams ?? new Null(),
  });
  const bound = new Sequence({ value: [algorithm.toSchema(), bits as BitString] });
  return createPublicKey({ key: Buffer.from(bound.toBER()), format: 'der', type: 'spki' });
}
