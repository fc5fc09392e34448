import 'reflect-metadata';
import { randomBytes, type KeyObject } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  type Extension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type JsonName,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { OID } from '../../engines/signatures/cms/object-identifiers.ts';
import { signingAlgorithm, webKey } from './key-kind.ts';

export type Purpose = 'root' | 'person' | 'agency' | 'timestamping';

export interface Applicant {
  purpose: Purpose;
  name: string;
  organisation: string;
  publicKey: KeyObject;
  notBefore: Date;
  notAfter: Date;
  /** Where the list of revoked certificates can be fetched. */
  revocationListUrl?: string;
}

export interface Issuer {
  privateKey: KeyObject;
  /** Absent when a root issues itself. */
  certificate?: Buffer;
}

const MARK = '(thử nghiệm)';
const UNIT = 'Chứng thư thử nghiệm, không có giá trị pháp lý';

/** A certificate that says in its own name that it is for trying out. */
export async function issueCertificate(applicant: Applicant, issuer: Issuer): Promise<Buffer> {
  const subject = distinguishedName(applicant);
  const above = issuer.certificate && new X509Certificate(new Uint8Array(issuer.certificate));
  const publicKey = await webKey(applicant.publicKey, 'verify');
  const certificate = await X509CertificateGenerator.create({
    serialNumber: positiveSerial(),
    subject,
    issuer: above?.subjectName ?? subject,
    notBefore: applicant.notBefore,
    notAfter: applicant.notAfter,
    publicKey,
    signingKey: await webKey(issuer.privateKey, 'sign'),
    signingAlgorithm: signingAlgorithm(issuer.privateKey),
    extensions: [
      ...usageOf(applicant.purpose),
      ...listAt(applicant.revocationListUrl),
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(above?.publicKey ?? publicKey),
    ],
  });
  return Buffer.from(certificate.rawData);
}

function distinguishedName({ name, organisation }: Applicant): JsonName {
  return [{ C: ['VN'] }, { O: [organisation] }, { OU: [UNIT] }, { CN: [`${name} ${MARK}`] }];
}

/** RFC 5280, 4.2.1.3; a timestamping authority has that use only, and critically (RFC 3161, 2.3). */
function usageOf(purpose: Purpose): Extension[] {
  if (purpose === 'root') {
    const usages = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
    return [new BasicConstraintsExtension(true, 1, true), new KeyUsagesExtension(usages, true)];
  }
  const usages = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  const extensions = [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(usages, true),
  ];
  if (purpose !== 'timestamping') return extensions;
  return [...extensions, new ExtendedKeyUsageExtension([OID.timestamping], true)];
}

function listAt(url: string | undefined): Extension[] {
  return url === undefined ? [] : [new CRLDistributionPointsExtension([url])];
}

function positiveSerial(): string {
  const serial = randomBytes(12);
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  return serial.toString('hex');
}
