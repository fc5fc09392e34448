import { X509Certificate } from 'node:crypto';

export interface CertificateSubject {
  commonName: string;
  organisation: string;
  serialNumber: string;
  issuer: string;
  notBefore: Date;
  notAfter: Date;
}

/** What people read of a certificate. */
export function describeCertificate(der: Buffer): CertificateSubject {
  const { subject, issuer, serialNumber, validFrom, validTo } = new X509Certificate(der);
  return {
    commonName: part(subject, 'CN'),
    organisation: part(subject, 'O'),
    serialNumber,
    issuer: part(issuer, 'CN'),
    notBefore: new Date(validFrom),
    notAfter: new Date(validTo),
  };
}

/** One part of a name as Node prints it, one `KEY=value` a line. */
function part(name: string, key: string): string {
  const line = name.split('\n').find((entry) => entry.startsWith(`${key}=`));
  return (line ?? '').slice(key.length + 1).replaceAll(/\\(.)/g, '$1');
}

/** Names are the same in any case, spacing or form of Unicode; the mark of a test certificate is no part of a name. */
export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

function nameKey(name: string): string {
  const plain = name.normalize('NFC').replace(/\(thử nghiệm\)\s*$/u, '');
  return plain.replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('vi');
}
