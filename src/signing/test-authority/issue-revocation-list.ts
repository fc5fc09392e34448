import 'reflect-metadata';
import type { KeyObject } from 'node:crypto';
import { X509Certificate, X509CrlGenerator } from '@peculiar/x509';
import { signingAlgorithm, webKey } from './key-kind.ts';

export interface Revocation {
  /** Hexadecimal, as in the certificate. */
  serialNumber: string;
  at: Date;
}

const VALID_FOR = 30 * 86_400_000;

/** The list of revoked certificates of an authority (RFC 5280, 5), as DER. */
export async function issueRevocationList(
  authority: Buffer,
  key: KeyObject,
  revoked: readonly Revocation[],
  thisUpdate: Date,
): Promise<Buffer> {
  const list = await X509CrlGenerator.create({
    issuer: new X509Certificate(new Uint8Array(authority)).subject,
    thisUpdate,
    nextUpdate: new Date(thisUpdate.getTime() + VALID_FOR),
    entries: revoked.map(({ serialNumber, at }) => ({ serialNumber, revocationDate: at })),
    signingKey: await webKey(key, 'sign'),
    signingAlgorithm: signingAlgorithm(key),
  });
  return Buffer.from(list.rawData);
}
