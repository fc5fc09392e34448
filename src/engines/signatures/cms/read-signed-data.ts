import { createHash, type KeyObject } from 'node:crypto';
import { type AsnType, fromBER, ObjectIdentifier, OctetString } from 'asn1js';
import { ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import { OID } from './object-identifiers.ts';
import { knownPublicKeyOf } from './parse-certificate.ts';
import { valueOf } from './read-attributes.ts';
import { recoveredDigest } from './recovered-digest.ts';
import {
  HASHES,
  isAcceptedKey,
  KNOWN_HASHES,
  type SignatureCheck,
  signatureCheck,
} from './signature-algorithm.ts';
import { bindingOf, signerCertificate } from './signer-certificate.ts';

/** What is wrong with a signature, or keeps it from being judged. */
export type CmsProblem =
  | 'digest-differs'
  | 'signature-invalid'
  | 'certificate-not-bound'
  | 'binding-missing'
  | 'attributes-missing'
  | 'signer-missing'
  | 'several-signers'
  | 'algorithm-not-accepted';

export interface SignedContent {
  /** Of the signer, as DER; absent when nothing that came along is the one the signer names. */
  certificate?: Buffer;
  /** All that came along, the signer's among them. */
  certificates: Buffer[];
  contentType: string;
  content?: Buffer;
  signature: Buffer;
  /** The timestamp token of the signature (RFC 3161, appendix A). */
  timestamp?: Buffer;
  /** Object identifier of the algorithm that was used. */
  algorithm: string;
  problems: CmsProblem[];
}

/**
 * Reads a CMS, of several signers the first, and checks it against what was signed: the content inside the CMS or, where there is
 * none, `covered`. The signer's certificate may be among `others` instead of in the CMS. Undefined when the bytes are
 * no such CMS.
 */
export function readSignedData(
  cms: Buffer,
  covered: () => Buffer = () => Buffer.alloc(0),
  others: readonly Buffer[] = [],
): SignedContent | undefined {
  try {
    const { info, certificates } = parse(cms);
    const signer = info.signerInfos[0]!;
    const certificate = signerCertificate(signer, [...certificates, ...others]);
    const { eContent, eContentType } = info.encapContentInfo;
    const content = eContent && Buffer.from(eContent.getValue());
    const token = valueOf(signer.unsignedAttrs?.attributes, OID.signatureTimestamp);
    return {
      certificates,
      contentType: eContentType,
      signature: Buffer.from(signer.signature.getValue()),
      algorithm: signer.signatureAlgorithm.algorithmId,
      ...(certificate && { certificate }),
      ...(content && { content }),
      ...(token && { timestamp: Buffer.from(token.toBER()) }),
      problems: [
        ...problemsOf(signer, certificate, eContentType, content ?? covered()),
        // A signature of a PDF has one signer (ISO 32000-1, 12.8.3.3.1; ETSI EN 319 142-1, 6.3).
        ...(info.signerInfos.length > 1 ? (['several-signers'] as const) : []),
      ],
    };
  } catch {
    return undefined;
  }
}

/** A signature may bring along lists of revoked certificates, three nodes for each; asn1js allows 10,000 unasked. */
const MOST_NODES = 1_000_000;

function parse(cms: Buffer): { info: SignedData; certificates: Buffer[] } {
  const { result, offset } = fromBER(new Uint8Array(cms), { maxNodes: MOST_NODES });
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

function problemsOf(
  signer: SignerInfo,
  certificate: Buffer | undefined,
  contentType: string,
  content: Buffer,
): CmsProblem[] {
  const { digestAlgorithm, signatureAlgorithm, signedAttrs } = signer;
  const problems = signedAttrs ? attributeProblems(signer, content) : [];
  const digest = HASHES[digestAlgorithm.algorithmId];
  const check = digest === undefined ? undefined : signatureCheck(signatureAlgorithm, digest);
  if (!certificate) return [...problems, 'signer-missing'];
  const publicKey = knownPublicKeyOf(certificate);
  if (!check || !publicKey || !isAcceptedKey(publicKey))
    return [...problems, 'algorithm-not-accepted'];
  if (!signedAttrs)
    return [...bareProblems(signer, publicKey, content, check), 'attributes-missing'];
  const type = valueOf(signedAttrs.attributes, OID.contentType);
  const isSigned =
    type instanceof ObjectIdentifier &&
    type.getValue() === contentType &&
    check(publicKey, new Uint8Array(signedAttrs.encodedValue), signatureOf(signer));
  if (!isSigned) problems.push('signature-invalid');
  const binding = bindingOf(signedAttrs.attributes, certificate);
  if (binding === 'other') problems.push('certificate-not-bound');
  if (binding === 'missing') problems.push('binding-missing');
  return problems;
}

/** Whether the bytes are those of the message digest (RFC 5652, 5.6), whatever the rest is worth. */
function attributeProblems(signer: SignerInfo, content: Buffer): CmsProblem[] {
  const hash = KNOWN_HASHES[signer.digestAlgorithm.algorithmId];
  const digest = valueOf(signer.signedAttrs!.attributes, OID.messageDigest);
  if (!(digest instanceof OctetString)) return ['signature-invalid'];
  if (hash === undefined) return [];
  const own = createHash(hash).update(content).digest();
  return own.equals(Buffer.from(digest.getValue())) ? [] : ['digest-differs'];
}

/** Without signed attributes the signature is over the content itself (RFC 5652, 5.4). */
function bareProblems(
  signer: SignerInfo,
  publicKey: KeyObject,
  content: Buffer,
  check: SignatureCheck,
): CmsProblem[] {
  const signature = signatureOf(signer);
  if (check(publicKey, new Uint8Array(content), signature)) return [];
  // Only PKCS #1 v1.5 gives the digest back that was signed; otherwise nobody can tell what was.
  return recoveredDigest(publicKey, signature) ? ['digest-differs'] : ['signature-invalid'];
}

const signatureOf = ({ signature }: SignerInfo) => new Uint8Array(signature.getValue());
