import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { type AsnType, fromBER, ObjectIdentifier, OctetString } from 'asn1js';
import {
  type Attribute,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { OID } from './object-identifiers.ts';

const HASHES: Record<string, string> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

/** Signature algorithms and the hash each demands; plain `rsaEncryption` takes the digest algorithm of the signer. */
const ALGORITHMS: Record<string, { key: 'rsa' | 'ec'; hash?: string }> = {
  [OID.rsaEncryption]: { key: 'rsa' },
  [OID.rsaSha256]: { key: 'rsa', hash: 'sha256' },
  [OID.rsaSha384]: { key: 'rsa', hash: 'sha384' },
  [OID.rsaSha512]: { key: 'rsa', hash: 'sha512' },
  [OID.ecdsaSha256]: { key: 'ec', hash: 'sha256' },
  [OID.ecdsaSha384]: { key: 'ec', hash: 'sha384' },
  [OID.ecdsaSha512]: { key: 'ec', hash: 'sha512' },
};

export type CmsProblem =
  | 'cms-unreadable'
  | 'digest-differs'
  | 'signature-invalid'
  | 'certificate-not-bound'
  | 'algorithm-unknown';

export interface SignedContent {
  /** Of the signer, as DER. */
  certificate: Buffer;
  /** All that came along, the signer's among them. */
  certificates: Buffer[];
  contentType: string;
  content?: Buffer;
  signature: Buffer;
  /** The timestamp token of the signature (RFC 3161, appendix A). */
  timestamp?: Buffer;
  problems: CmsProblem[];
}

/**
 * Reads a CMS with one signer and checks it against what was signed: `hash` gives the digest of that by the algorithm
 * the signer chose. The content inside the CMS is what was signed when there is any.
 */
export function readSignedData(
  cms: Buffer,
  hash: (algorithm: string) => Buffer = () => Buffer.alloc(0),
): SignedContent | undefined {
  try {
    const { info, certificates } = parse(cms);
    const signer = info.signerInfos[0]!;
    const certificate = signerOf(signer, certificates);
    if (info.signerInfos.length !== 1 || !certificate) return undefined;
    const { eContent, eContentType } = info.encapContentInfo;
    const content = eContent && Buffer.from(eContent.getValue());
    const token = valueOf(signer.unsignedAttrs?.attributes, OID.signatureTimestamp);
    return {
      certificate,
      certificates,
      contentType: eContentType,
      signature: Buffer.from(signer.signature.getValue()),
      ...(content && { content }),
      ...(token && { timestamp: Buffer.from(token.toBER()) }),
      problems: problemsOf(signer, certificate, eContentType, (algorithm) =>
        content ? createHash(algorithm).update(content).digest() : hash(algorithm),
      ),
    };
  } catch {
    return undefined;
  }
}

function parse(cms: Buffer): { info: SignedData; certificates: Buffer[] } {
  const { result, offset } = fromBER(new Uint8Array(cms));
  // Behind the signature only the zeros of its hole may stand.
  if (offset < 0 || cms.subarray(offset).some((byte) => byte !== 0)) throw new Error('Not one CMS');
  const { contentType, content } = new ContentInfo({ schema: result });
  if (contentType !== OID.signedData) throw new Error('Not signed data');
  return { info: new SignedData({ schema: content }), certificates: certificatesIn(content) };
}

/** The certificates byte for byte: a digest of one must not depend on how it is written again. */
function certificatesIn(signedData: { valueBlock: { value: AsnType[] } }): Buffer[] {
  const set = signedData.valueBlock.value.find(
    ({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0,
  );
  const members = (set as { valueBlock?: { value: AsnType[] } } | undefined)?.valueBlock?.value;
  return (members ?? []).map(({ valueBeforeDecodeView }) => Buffer.from(valueBeforeDecodeView));
}

function signerOf({ sid }: SignerInfo, certificates: Buffer[]): Buffer | undefined {
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined;
  const serial = Buffer.from(sid.serialNumber.valueBlock.valueHexView).toString('hex');
  const trimmed = (hex: string) => hex.toLowerCase().replace(/^(00)+/, '');
  return certificates.find(
    (der) => trimmed(new X509Certificate(der).serialNumber) === trimmed(serial),
  );
}

function problemsOf(
  signer: SignerInfo,
  certificate: Buffer,
  contentType: string,
  hash: (algorithm: string) => Buffer,
): CmsProblem[] {
  const digestAlgorithm = HASHES[signer.digestAlgorithm.algorithmId];
  const algorithm = ALGORITHMS[signer.signatureAlgorithm.algorithmId];
  const { signedAttrs, signature } = signer;
  if (!digestAlgorithm || !algorithm || !signedAttrs) return ['algorithm-unknown'];
  if (algorithm.hash !== undefined && algorithm.hash !== digestAlgorithm)
    return ['algorithm-unknown'];
  const problems: CmsProblem[] = [];
  const digest = valueOf(signedAttrs.attributes, OID.messageDigest);
  const isDigest = digest instanceof OctetString;
  if (!isDigest || !hash(digestAlgorithm).equals(Buffer.from(digest.getValue()))) {
    problems.push('digest-differs');
  }
  const type = valueOf(signedAttrs.attributes, OID.contentType);
  const { publicKey } = new X509Certificate(certificate);
  const isSigned =
    type instanceof ObjectIdentifier &&
    type.getValue() === contentType &&
    isOfKind(publicKey, algorithm.key) &&
    verify(
      digestAlgorithm,
      new Uint8Array(signedAttrs.encodedValue),
      publicKey,
      new Uint8Array(signature.getValue()),
    );
  if (!isSigned) problems.push('signature-invalid');
  if (!isBound(signedAttrs.attributes, certificate)) problems.push('certificate-not-bound');
  return problems;
}

function isOfKind({ asymmetricKeyType }: KeyObject, kind: 'rsa' | 'ec'): boolean {
  return asymmetricKeyType === kind;
}

/** The signature names its certificate by hash (ESSCertIDv2, RFC 5035), else another of the same key could stand in. */
function isBound(attributes: Attribute[], certificate: Buffer): boolean {
  const value = valueOf(attributes, OID.signingCertificateV2);
  if (!value) return false;
  const [first] = childrenOf(childrenOf(value)[0]);
  const parts = childrenOf(first);
  const named = parts.find((part) => part instanceof OctetString);
  const identifier = childrenOf(parts[0]).find((part) => part instanceof ObjectIdentifier);
  const algorithm = identifier ? HASHES[identifier.getValue()] : 'sha256';
  if (!named || !algorithm) return false;
  const hash = createHash(algorithm).update(certificate).digest();
  return hash.equals(Buffer.from(named.getValue()));
}

function childrenOf(block: AsnType | undefined): AsnType[] {
  const { value } = (block as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock ?? {};
  return Array.isArray(value) ? (value as AsnType[]) : [];
}

/** The one value of an attribute; an attribute given twice has none. */
function valueOf(attributes: Attribute[] | undefined, type: string): AsnType | undefined {
  const found = attributes?.filter((attribute) => attribute.type === type) ?? [];
  return found.length === 1 ? (found[0]!.values[0] as AsnType | undefined) : undefined;
}
