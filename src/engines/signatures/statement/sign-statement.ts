import type { KeyHolder } from '../keys/key-holder.ts';
import { concatenatedEcdsa } from '../keys/ecdsa-signature.ts';

/** A statement that carries its own proof: JSON Web Signature, flattened JSON (RFC 7515, 7.2.2). */
export interface SignedStatement {
  payload: string;
  protected: string;
  signature: string;
}

export const ALGORITHMS = { 'RSA-SHA256': 'RS256', 'ECDSA-SHA256': 'ES256' } as const;

/** The certificate and those above it travel in the header (`x5c`, RFC 7515, 4.1.6). */
export async function signStatement(content: object, key: KeyHolder): Promise<SignedStatement> {
  const header = {
    alg: ALGORITHMS[key.algorithm],
    x5c: [key.certificate, ...key.chain].map((certificate) => certificate.toString('base64')),
  };
  const statement = { payload: encoded(content), protected: encoded(header) };
  const signature = await key.sign(signingInput(statement));
  const isEcdsa = key.algorithm === 'ECDSA-SHA256';
  const raw = isEcdsa ? concatenatedEcdsa(signature) : signature;
  return { ...statement, signature: raw.toString('base64url') };
}

export const signingInput = (statement: Pick<SignedStatement, 'payload' | 'protected'>): Buffer =>
  Buffer.from(`${statement.protected}.${statement.payload}`);

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
