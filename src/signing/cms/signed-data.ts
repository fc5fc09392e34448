import { Null, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  type Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
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

/** CMS SignedData (RFC 5652, 5.1) with one signer, as DER. */
export function encodeSignedData(parts: SignedParts): Buffer {
  const { content, certificate, chain } = parts;
  const signedData = new SignedData({
    // Version 3 is for content other than plain data (RFC 5652, 5.1).
    version: content ? 3 : 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: content?.type ?? OID.data,
      ...(content && { eContent: new OctetString({ valueHex: new Uint8Array(content.bytes) }) }),
    }),
    certificates: [certificate, ...chain].map(parseCertificate),
    signerInfos: [signerInfo(parts)],
  });
  const info = new ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
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

const sha256 = () => new AlgorithmIdentifier({ algorithmId: OID.sha256 });

/** RSA carries an explicit NULL (RFC 4055, 5), ECDSA no parameters (RFC 5758, 3.2). */
function algorithmIdentifier(algorithm: SignatureAlgorithm): AlgorithmIdentifier {
  if (algorithm === 'ECDSA-SHA256')
    return new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 });
  return new AlgorithmIdentifier({ algorithmId: OID.rsaSha256, algorithmParams: new Null() });
}
