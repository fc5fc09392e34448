import { type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { SignatureAlgorithm } from '../cms/signed-data.ts';
import { SigningError } from '../signing-error.ts';
import type { KeyHolder } from './key-holder.ts';

/** A private key in the memory of this process. */
export class LocalKey implements KeyHolder {
  readonly algorithm: SignatureAlgorithm;

  constructor(
    private readonly key: KeyObject,
    readonly certificate: Buffer,
    readonly chain: readonly Buffer[],
  ) {
    this.algorithm = algorithmOf(key);
  }

  sign(toBeSigned: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      sign('sha256', toBeSigned, this.key, (error, signature) => {
        if (error) reject(error);
        else resolve(signature);
      });
    });
  }
}

export function algorithmOfCertificate(der: Uint8Array): SignatureAlgorithm {
  return algorithmOf(new X509Certificate(der).publicKey);
}

/** RSA from 2048 bits and ECDSA on P-256: what the judges of our tests confirm. */
function algorithmOf(key: KeyObject): SignatureAlgorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return 'RSA-SHA256';
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ECDSA-SHA256';
  throw new SigningError(
    'key-unsupported',
    'Loại khóa của chứng thư chưa được hỗ trợ. Hãy dùng chứng thư RSA từ 2048 bit hoặc ECDSA P-256.',
  );
}
