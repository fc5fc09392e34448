import { constants, type KeyObject, publicDecrypt } from 'node:crypto';
import { fromBER, OctetString, Sequence } from 'asn1js';

/** The digest inside a PKCS #1 v1.5 signature (RFC 8017, 9.2); undefined when this key did not make it. */
export function recoveredDigest(key: KeyObject, signature: Uint8Array): Buffer | undefined {
  if (key.asymmetricKeyType !== 'rsa') return undefined;
  try {
    const info = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
    const { result } = fromBER(info);
    if (!(result instanceof Sequence)) return undefined;
    const digest = result.valueBlock.value[1];
    return digest instanceof OctetString ? Buffer.from(digest.getValue()) : undefined;
  } catch {
    return undefined;
  }
}
