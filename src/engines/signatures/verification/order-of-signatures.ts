import { RECEIPT_FIELD } from '../dispatch-signatures.ts';
import { formFields } from '../pdf/form-fields.ts';
import { Dictionary, Name, type PdfObject, Reference } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { StoredSignature } from '../pdf/read-signatures.ts';
import { type Finding, finding } from './findings.ts';
import { isOfDispatch, placeOf, type Role } from './signature-places.ts';

/** A dispatch is whole when every signatory has signed and every agency sealed after its signatory (art. 5, 32.2.d). */
export function orderFindings(file: PdfFile, signatures: StoredSignature[]): Finding[] {
  if (signatures.length === 0) return [finding('not-signed')];
  // A receipt is signed by the agency alone.
  if (isReceipt(file)) return [];
  const places = formFields(file).filter(({ type }) => type === 'signature');
  if (!isOfDispatch(places)) return [finding('not-a-dispatch')];
  const lengths = new Map(signatures.map(({ field, coveredLength }) => [field, coveredLength]));
  const of = (role: Role) => places.filter(({ name }) => placeOf(name).role === role);
  const isIncomplete = (role: Role) =>
    of(role).length === 0 || of(role).some(({ name }) => !lengths.has(name));
  const findings: Finding[] = [];
  if (isIncomplete('person')) findings.push(finding('person-missing'));
  if (isIncomplete('agency')) findings.push(finding('seal-missing'));
  for (const { name: field } of of('agency')) {
    const own = of('person').find(({ name }) => placeOf(name).number === placeOf(field).number);
    const [person, seal] = [lengths.get(own?.name ?? ''), lengths.get(field)];
    if (person === undefined || seal === undefined || person < seal) continue;
    findings.push(finding('wrong-order', { field }));
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
  if (!first || !last || !isOfDispatch(formFields(file))) return [];
  const findings: Finding[] = [];
  const permissions = file.resolve(file.catalog.get('Perms'));
  const certified = permissions instanceof Dictionary ? permissions.get('DocMDP') : undefined;
  const isCertified =
    certified instanceof Reference &&
    certified.number === first.reference.number &&
    hasRule(file, first.value, 'DocMDP');
  if (!isCertified) findings.push(finding('not-certified', { field: first.field }));
  if (!hasRule(file, last.value, 'FieldMDP')) {
    findings.push(finding('not-locked', { field: last.field }));
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
