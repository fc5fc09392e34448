import 'reflect-metadata';
import type { KeyObject } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  Extension,
  X509Certificate,
  X509CrlGenerator,
  X509CrlReason,
} from '@peculiar/x509';
import { Integer } from 'asn1js';
import { signingAlgorithm, webKey } from './key-kind.ts';

export interface Revocation {
  /** Hexadecimal, as in the certificate. */
  serialNumber: string;
  at: Date;
}

const CRL_NUMBER = '2.5.29.20';
const VALID_FOR = 30 * 86_400_000;

/** The list of revoked certificates of an authority (RFC 5280, 5), as DER. */
export async function issueRevocationList(
  authority: Buffer,
  key: KeyObject,
  revoked: readonly Revocation[],
  thisUpdate: Date,
): Promise<Buffer> {
  const certificate = new X509Certificate(new Uint8Array(authority));
  const list = await X509CrlGenerator.create({
    issuer: certificate.subject,
    thisUpdate,
    nextUpdate: new Date(thisUpdate.getTime() + VALID_FOR),
    entries: revoked.map(({ serialNumber, at }) => ({
      serialNumber,
      revocationDate: at,
      // Without a reason the generator writes an empty list of extensions, which strict readers refuse.
      reason: X509CrlReason.superseded,
    })),
    extensions: [
      await AuthorityKeyIdentifierExtension.create(certificate.publicKey),
      new Extension(CRL_NUMBER, false, numberOf(thisUpdate)),
    ],
    signingKey: await webKey(key, 'sign'),
    signingAlgorithm: signingAlgorithm(key),
  });
  return Buffer.from(list.rawData);
}

/** Lists are numbered upwards (RFC 5280, 5.2.3): by the second they were made in. */
function numberOf(instant: Date): ArrayBuffer {
  return new Integer({ value: Math.floor(instant.getTime() / 1000) }).toBER();
}
