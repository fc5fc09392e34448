import { PERSON_FIELD, RECEIPT_FIELD, SEAL_FIELD } from '../dispatch-signatures.ts';
import { formFields } from '../pdf/form-fields.ts';
import { Dictionary, Name, type PdfObject, Reference } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { StoredSignature } from '../pdf/read-signatures.ts';
import { type Finding, refusal, warning } from './report.ts';

/** A dispatch is whole when every signatory has signed and every agency sealed after its signatory (art. 5, 32.2.d). */
export function orderFindings(file: PdfFile, signatures: StoredSignature[]): Finding[] {
  const lengths = new Map(signatures.map(({ field, coveredLength }) => [field, coveredLength]));
  const places = formFields(file).filter(({ type }) => type === 'signature');
  const persons = places.filter(({ name }) => name.startsWith(PERSON_FIELD));
  const seals = places.filter(({ name }) => name.startsWith(SEAL_FIELD));
  const findings: Finding[] = [];
  if (signatures.length === 0) {
    return [refusal('not-signed', 'Văn bản chưa có chữ ký số nào.')];
  }
  // A receipt is signed by the agency alone.
  if (isReceipt(file)) return findings;
  if (persons.length === 0 || persons.some(({ name }) => !lengths.has(name))) {
    findings.push(refusal('person-missing', 'Văn bản thiếu chữ ký số của người có thẩm quyền.'));
  }
  if (seals.length === 0 || seals.some(({ name }) => !lengths.has(name))) {
    findings.push(refusal('seal-missing', 'Văn bản thiếu chữ ký số (dấu) của cơ quan.'));
  }
  for (const { name: field } of seals) {
    const person = lengths.get(`${PERSON_FIELD}${field.slice(SEAL_FIELD.length)}`);
    const seal = lengths.get(field);
    if (person === undefined || seal === undefined || person < seal) continue;
    findings.push(
      refusal('wrong-order', 'Dấu của cơ quan được đóng trước khi người có thẩm quyền ký.', {
        field,
      }),
    );
  }
  return findings;
}

/** Has one place to sign, and that is for a receipt. */
export function isReceipt(file: PdfFile): boolean {
  const places = formFields(file).filter(({ type }) => type === 'signature');
  return places.length === 1 && places[0]!.name === RECEIPT_FIELD;
}

/** Rules written into the signatures, for viewers that know nothing of dispatches. */
export function ruleFindings(file: PdfFile, signatures: StoredSignature[]): Finding[] {
  const own = signatures.filter(({ kind }) => kind === 'signature');
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return [];
  const findings: Finding[] = [];
  const permissions = file.resolve(file.catalog.get('Perms'));
  const certified = permissions instanceof Dictionary ? permissions.get('DocMDP') : undefined;
  const isCertified =
    certified instanceof Reference &&
    certified.number === first.reference.number &&
    hasRule(file, first.value, 'DocMDP');
  if (!isCertified) {
    const message =
      'Chữ ký đầu tiên không khóa nội dung văn bản: phần mềm khác có thể không báo khi bị sửa.';
    findings.push(warning('not-certified', message, { field: first.field }));
  }
  if (!hasRule(file, last.value, 'FieldMDP')) {
    const message =
      'Dấu của cơ quan không khóa số và ngày: phần mềm khác có thể không báo khi bị sửa.';
    findings.push(warning('not-locked', message, { field: last.field }));
  }
  return findings;
}

function hasRule(file: PdfFile, value: Dictionary, method: string): boolean {
  const rules: PdfObject = file.resolve(value.get('Reference'));
  if (!Array.isArray(rules)) return false;
  return rules.some((rule) => {
    const entries = file.resolve(rule);
    const found = entries instanceof Dictionary ? entries.get('TransformMethod') : undefined;
    return found instanceof Name && found.value === method;
  });
}
