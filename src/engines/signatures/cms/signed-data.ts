import {
  type BaseBlock,
  Constructed,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set,
} from 'asn1js';
import {
  AlgorithmIdentifier,
  type Attribute,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignerInfo,
} from 'pkijs';
import { EncodedBlock } from './encoded-block.ts';
import { OID } from './object-identifiers.ts';
import { parseCertificate } from './parse-certificate.ts';

export type SignatureAlgorithm = 'RSA-SHA256' | 'ECDSA-SHA256';

export interface SignedParts {
  signedAttributes: Attribute[];
  unsignedAttributes?: Attribute[];
  algorithm: SignatureAlgorithm;
  signature: Uint8Array;
  /** Of the signer, as DER. */
  certificate: Uint8Array;
  /** Of those who vouch for it, as DER. */
  chain: readonly Uint8Array[];
  /** Absent for a detached signature. */
  content?: { type: string; bytes: Uint8Array };
}

/** CMS SignedData (RFC 5652, 5.1) with one signer, as DER; certificates go in byte for byte. */
export function encodeSignedData(parts: SignedParts): Buffer {
  const { content, certificate, chain } = parts;
  const encapsulated: BaseBlock[] = [new ObjectIdentifier({ value: content?.type ?? OID.data })];
  if (content) {
    encapsulated.push(tagged(0, [new OctetString({ valueHex: new Uint8Array(content.bytes) })]));
  }
  const signedData = new Sequence({
    value: [
      // Version 3 is for content other than plain data (RFC 5652, 5.1).
      new Integer({ value: content ? 3 : 1 }),
      new Set({ value: [sha256().toSchema()] }),
      new Sequence({ value: encapsulated }),
      tagged(
        0,
        inDerOrder([certificate, ...chain]).map((der) => new EncodedBlock(der)),
      ),
      new Set({ value: [signerInfo(parts).toSchema()] }),
    ],
  });
  const type = new ObjectIdentifier({ value: OID.signedData });
  return Buffer.from(new Sequence({ value: [type, tagged(0, [signedData])] }).toBER());
}

function signerInfo(parts: SignedParts): SignerInfo {
  const { signedAttributes, unsignedAttributes, algorithm, signature, certificate } = parts;
  const { issuer, serialNumber } = parseCertificate(certificate);
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signedAttributes }),
    signatureAlgorithm: algorithmIdentifier(algorithm),
    signature: new OctetString({ valueHex: new Uint8Array(signature) }),
    ...(unsignedAttributes && {
      unsignedAttrs: new SignedAndUnsignedAttributes({ type: 1, attributes: unsignedAttributes }),
    }),
  });
}

function tagged(tagNumber: number, value: BaseBlock[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

/** DER wants the members of a SET in the order of their encodings (X.690, 11.6). */
function inDerOrder(encodings: readonly Uint8Array[]): Uint8Array[] {
  return encodings.toSorted((a, b) => Buffer.compare(a, b));
}

const sha256 = () => new AlgorithmIdentifier({ algorithmId: OID.sha256 });

/** RSA carries an explicit NULL (RFC 4055, 5), ECDSA no parameters (RFC 5758, 3.2). */
function algorithmIdentifier(algorithm: SignatureAlgorithm): AlgorithmIdentifier {
  if (algorithm === 'ECDSA-SHA256')
    return new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 });
  return new AlgorithmIdentifier({ algorithmId: OID.rsaSha256, algorithmParams: new Null() });
}
