import { describeCertificate, isSameName } from '../certificates/certificate-names.ts';
import { PERSON_FIELD, SEAL_FIELD } from '../dispatch-signatures.ts';
import type { Inspection } from './inspect-signature.ts';
import { type Finding, refusal } from './report.ts';

/** A seal is the agency's: not the certificate of whoever signed, and of the agency that is asked for. */
export function holderFindings(inspections: Inspection[], agency?: string): Finding[] {
  const of = (prefix: string) =>
    inspections.filter(({ stored }) => stored.field.startsWith(prefix));
  const persons = of(PERSON_FIELD).map(({ cms }) => cms?.certificate);
  const findings: Finding[] = [];
  for (const { stored, cms } of of(SEAL_FIELD)) {
    if (!cms) continue;
    const { field } = stored;
    if (persons.some((certificate) => certificate?.equals(cms.certificate))) {
      const message =
        'Dấu của cơ quan được tạo bằng chứng thư của chính người ký, không phải của cơ quan.';
      findings.push(refusal('same-certificate', message, { field }));
    }
    const { commonName } = describeCertificate(cms.certificate);
    if (agency === undefined || isSameName(commonName, agency)) continue;
    const message = `Dấu mang tên “${commonName}”, không phải “${agency}”.`;
    findings.push(refusal('certificate-of-another', message, { field }));
  }
  return findings;
}
