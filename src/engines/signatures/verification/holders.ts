import { describeCertificate, isSameName } from '../certificates/certificate-names.ts';
import { type Finding, finding } from './findings.ts';
import type { Inspection } from './inspect-signature.ts';
import { placeOf, type Role } from './signature-places.ts';

/** A seal is the agency's: not the certificate of whoever signed, and of the agency that is asked for. */
export function holderFindings(inspections: Inspection[], agency?: string): Finding[] {
  const of = (role: Role) =>
    inspections.flatMap(({ stored, cms }) =>
      placeOf(stored.field).role === role && cms?.certificate
        ? [{ field: stored.field, certificate: cms.certificate }]
        : [],
    );
  const persons = of('person');
  return of('agency').flatMap(({ field, certificate }) => {
    const findings: Finding[] = [];
    if (persons.some((person) => person.certificate.equals(certificate))) {
      findings.push(finding('same-certificate', { field }));
    }
    const { commonName } = describeCertificate(certificate);
    if (agency !== undefined && !isSameName(commonName, agency)) {
      findings.push(
        finding('certificate-of-another', { field, what: commonName, instead: agency }),
      );
    }
    return findings;
  });
}
