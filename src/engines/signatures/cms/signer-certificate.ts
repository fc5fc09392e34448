import { createHash } from 'node:crypto';
import { type AsnType, ObjectIdentifier, OctetString } from 'asn1js';
import { type Attribute, IssuerAndSerialNumber, type SignerInfo } from 'pkijs';
import { OID } from './object-identifiers.ts';
import { isCertificate, parseCertificate } from './parse-certificate.ts';
import { childrenOf, valueOf } from './read-attributes.ts';
import { KNOWN_HASHES } from './signature-algorithm.ts';

const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';

export type Binding = 'bound' | 'missing' | 'other';

/**
 * The certificate a signer names, by issuer and serial number together or by subject key identifier (RFC 5652, 5.3).
 * Several may fit one key identifier: the one that the signed attributes name goes first.
 */
export function signerCertificate(
  signer: SignerInfo,
  certificates: readonly Buffer[],
): Buffer | undefined {
  // Damaged ones are there that one reader takes and the other does not.
  const named = certificates.filter((der) => isNamed(signer.sid, der) && isCertificate(der));
  const attributes = signer.signedAttrs?.attributes;
  return named.find((der) => bindingOf(attributes, der) === 'bound') ?? named[0];
}

function isNamed(sid: unknown, der: Buffer): boolean {
  try {
    const { issuer, serialNumber, extensions = [] } = parseCertificate(der);
    if (sid instanceof IssuerAndSerialNumber) {
      return sid.issuer.isEqual(issuer) && sid.serialNumber.isEqual(serialNumber);
    }
    const identifier = extensions.find(({ extnID }) => extnID === SUBJECT_KEY_IDENTIFIER);
    const own = identifier?.parsedValue as unknown;
    return (
      isOctets(sid) &&
      own instanceof OctetString &&
      Buffer.from(own.getValue()).equals(Buffer.from(sid.valueBlock.valueHexView))
    );
  } catch {
    return false;
  }
}

/** Tagged `[0]`, the identifier arrives as a primitive of no type (RFC 5652, 5.3). */
function isOctets(sid: unknown): sid is { valueBlock: { valueHexView: Uint8Array } } {
  const { valueBlock } = (sid ?? {}) as { valueBlock?: { valueHexView?: unknown } };
  return valueBlock?.valueHexView instanceof Uint8Array;
}

/**
 * Whether the signed attributes name this certificate by hash, else another of the same key could stand in. Both forms
 * count: ESSCertIDv2 and, with SHA-1 alone, ESSCertID (RFC 5035, 5; RFC 5816, 2.2.1).
 */
export function bindingOf(attributes: Attribute[] | undefined, certificate: Buffer): Binding {
  const second = valueOf(attributes, OID.signingCertificateV2);
  const first = valueOf(attributes, OID.signingCertificate);
  if (!second && !first) return 'missing';
  const names = [
    ...(second ? [namedBy(second, 'sha256', certificate)] : []),
    ...(first ? [namedBy(first, 'sha1', certificate)] : []),
  ];
  return names.every(Boolean) ? 'bound' : 'other';
}

function namedBy(value: AsnType, byDefault: string, certificate: Buffer): boolean {
  const [identifier] = childrenOf(childrenOf(value)[0]);
  const parts = childrenOf(identifier);
  const named = parts.find((part) => part instanceof OctetString);
  const algorithm = childrenOf(parts[0]).find((part) => part instanceof ObjectIdentifier);
  const hash = algorithm ? KNOWN_HASHES[algorithm.getValue()] : byDefault;
  if (!named || hash === undefined) return false;
  const digest = createHash(hash).update(certificate).digest();
  return digest.equals(Buffer.from(named.getValue()));
}
