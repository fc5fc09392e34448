import type { SignatureAlgorithm } from '../cms/signed-data.ts';

/** Who signs, without the key: enough to prepare what is to be signed. */
export interface SigningIdentity {
  /** As DER. */
  certificate: Buffer;
  /** The authorities above it, nearest first, as DER. */
  chain: readonly Buffer[];
  algorithm: SignatureAlgorithm;
}

/** Whatever holds a private key: a file, a token, a service elsewhere. */
export interface KeyHolder extends SigningIdentity {
  /** Says beforehand all that is signed at one sitting, so that one log-in covers it. */
  announce?(toBeSigned: readonly Buffer[]): void;
  /** Signs these bytes with SHA-256; an ECDSA signature comes as DER. */
  sign(toBeSigned: Buffer): Promise<Buffer>;
}
