import { createHash } from 'node:crypto';
import { type BaseBlock, ObjectIdentifier, OctetString, Sequence, Set } from 'asn1js';
import { Attribute, GeneralName, GeneralNames } from 'pkijs';
import { OID } from './object-identifiers.ts';
import { oncePerCertificate, parseCertificate } from './parse-certificate.ts';

const DIRECTORY_NAME = 4;

/**
 * What the key signs (RFC 5652, 5.4): content type, digest and the certificate itself (ESSCertIDv2, RFC 5035). No
 * signing time, which PAdES forbids (ETSI EN 319 142-1, 6.3): the same file and certificate give the same bytes.
 */
export function signedAttributes(
  digest: Uint8Array,
  certificate: Uint8Array,
  contentType: string = OID.data,
): Attribute[] {
  const attributes = [
    attribute(OID.contentType, new ObjectIdentifier({ value: contentType })),
    attribute(OID.messageDigest, new OctetString({ valueHex: new Uint8Array(digest) })),
    attribute(OID.signingCertificateV2, signingCertificate(certificate)),
  ];
  // DER wants the members of a SET in the order of their encodings (X.690, 11.6).
  return attributes
    .map((entry) => ({ entry, encoding: Buffer.from(entry.toSchema().toBER()) }))
    .sort((a, b) => Buffer.compare(a.encoding, b.encoding))
    .map(({ entry }) => entry);
}

/** The attributes as the SET that is signed, not as the `[0]` that is stored. */
export function encodeForSigning(attributes: Attribute[]): Buffer {
  return Buffer.from(new Set({ value: attributes.map((entry) => entry.toSchema()) }).toBER());
}

function attribute(type: string, value: BaseBlock): Attribute {
  return new Attribute({ type, values: [value] });
}

/** `SigningCertificateV2` with SHA-256, which is its default and therefore not written. */
const signingCertificate = oncePerCertificate((der): Sequence => {
  const { issuer, serialNumber } = parseCertificate(der);
  const issuerName = new GeneralNames({
    names: [new GeneralName({ type: DIRECTORY_NAME, value: issuer })],
  });
  const hash = new OctetString({ valueHex: createHash('sha256').update(der).digest() });
  const issuerSerial = new Sequence({ value: [issuerName.toSchema(), serialNumber] });
  const certificate = new Sequence({ value: [hash, issuerSerial] });
  return new Sequence({ value: [new Sequence({ value: [certificate] })] });
});
