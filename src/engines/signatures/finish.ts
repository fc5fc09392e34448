import { verify } from 'node:crypto';
import { fromBER } from 'asn1js';
import { Attribute } from 'pkijs';
import { OID } from './cms/object-identifiers.ts';
import { publicKeyOf } from './cms/parse-certificate.ts';
import { encodeForSigning, signedAttributes } from './cms/signed-attributes.ts';
import { encodeSignedData } from './cms/signed-data.ts';
import type { SigningIdentity } from './keys/key-holder.ts';
import { fillHole, type OpenSignature } from './pdf/signature-holes.ts';
import { SigningError } from './signing-error.ts';

/** The bytes the key has to sign for this file; the same for the same file and certificate. */
export function toBeSigned({ digest }: OpenSignature, { certificate }: SigningIdentity): Buffer {
  return encodeForSigning(signedAttributes(digest, certificate));
}

/** Completes a prepared file with the signature over `toBeSigned`, and a timestamp of that signature if there is one. */
export function finish(
  open: OpenSignature,
  identity: SigningIdentity,
  signature: Buffer,
  timestamp?: Buffer,
): Buffer {
  const { certificate, chain, algorithm } = identity;
  const attributes = signedAttributes(open.digest, certificate);
  requireMatch(certificate, encodeForSigning(attributes), signature);
  const cms = encodeSignedData({
    signedAttributes: attributes,
    algorithm,
    signature,
    certificate,
    chain,
    ...(timestamp && { unsignedAttributes: [timestampAttribute(timestamp)] }),
  });
  return fillHole(open, cms);
}

/** A signature that the certificate does not confirm never reaches a file. */
function requireMatch(certificate: Buffer, signed: Buffer, signature: Buffer): void {
  if (verify('sha256', signed, publicKeyOf(certificate), signature)) return;
  throw new SigningError(
    'signature-mismatch',
    'Chữ ký nhận được không khớp với chứng thư số. Hãy kiểm tra thiết bị ký có đúng chứng thư đã chọn rồi ký lại.',
  );
}

function timestampAttribute(token: Buffer): Attribute {
  return new Attribute({ type: OID.signatureTimestamp, values: [fromBER(token).result] });
}
