import { verify, X509Certificate } from 'node:crypto';
import { CertificateRevocationList } from 'pkijs';
import { OID } from '../cms/object-identifiers.ts';
import { parseCertificate } from '../cms/parse-certificate.ts';

export type Revocation =
  { status: 'good' } | { status: 'unknown' } | { status: 'revoked'; at: Date };

const HASHES: Record<string, string> = {
  [OID.rsaSha256]: 'sha256',
  [OID.rsaSha384]: 'sha384',
  [OID.rsaSha512]: 'sha512',
  [OID.ecdsaSha256]: 'sha256',
  [OID.ecdsaSha384]: 'sha384',
  [OID.ecdsaSha512]: 'sha512',
};

/**
 * What the lists of its issuer say of a certificate (RFC 5280, 5 and 6.3). A list counts when the issuer signed it; it
 * clears a certificate only if it was still current at `at`, or made later.
 */
export function revocationOf(
  certificate: Buffer,
  issuer: Buffer,
  lists: readonly Buffer[],
  at: Date,
): Revocation {
  const { serialNumber } = parseCertificate(certificate);
  let isCleared = false;
  for (const list of lists.map(parse)) {
    if (!list || !isSignedBy(list, issuer)) continue;
    const entry = list.revokedCertificates?.find(({ userCertificate }) =>
      userCertificate.isEqual(serialNumber),
    );
    if (entry) return { status: 'revoked', at: entry.revocationDate.value };
    const until = list.nextUpdate?.value ?? list.thisUpdate.value;
    isCleared ||= until >= at;
  }
  return { status: isCleared ? 'good' : 'unknown' };
}

function parse(der: Buffer): CertificateRevocationList | undefined {
  try {
    return CertificateRevocationList.fromBER(new Uint8Array(der));
  } catch {
    return undefined;
  }
}

function isSignedBy(list: CertificateRevocationList, issuer: Buffer): boolean {
  const hash = HASHES[list.signatureAlgorithm.algorithmId];
  if (hash === undefined || !list.issuer.isEqual(parseCertificate(issuer).subject)) return false;
  const { publicKey } = new X509Certificate(issuer);
  const signature = new Uint8Array(list.signatureValue.valueBlock.valueHexView);
  return verify(hash, new Uint8Array(list.tbsView), publicKey, signature);
}
