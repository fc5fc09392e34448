import { formFields, type FormField } from '../pdf/form-fields.ts';
import { Dictionary, Name, type PdfObject, Reference } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { serialize } from '../pdf/serialize.ts';
import { type Change, change } from './changes.ts';
import { changedKeys, fieldFindings, isSubset } from './field-changes.ts';
import { ObjectLabels } from './object-labels.ts';
import { type Finding, finding } from './findings.ts';
import { holdersIn, layoutFindings } from './revision-layout.ts';
import { placeOf } from './signature-places.ts';

export interface RevisionChanges {
  findings: Finding[];
  /** What was done and is allowed. */
  allowed: Change[];
}

/**
 * Compares a revision with the one before it, object by object, against the few changes a dispatch may undergo once
 * somebody has signed: filling number, day and month, signing, validation data, archive timestamps. `revision` counts
 * from 0.
 */
export function revisionChanges(file: PdfFile, revision: number): RevisionChanges {
  return new Comparison(file.asOf(revision - 1), file.asOf(revision), revision + 1).run();
}

class Comparison {
  private readonly findings: Finding[] = [];
  private readonly allowed: Change[] = [];
  private readonly added = new Set<number>();
  private readonly fields: Map<number, FormField>;
  private readonly labels: ObjectLabels;

  constructor(
    private readonly before: PdfFile,
    private readonly after: PdfFile,
    private readonly revision: number,
  ) {
    this.fields = new Map(formFields(before).map((field) => [field.reference.number, field]));
    this.labels = new ObjectLabels(before);
  }

  run(): RevisionChanges {
    const { before, after, revision } = this;
    this.findings.push(...layoutFindings(before, after, revision));
    const changed: Reference[] = [];
    const section = after.sections.at(-1)!;
    const holders = holdersIn(section);
    for (const [number, entry] of section.entries) {
      const reference = new Reference(number, entry.kind === 'offset' ? entry.generation : 0);
      if (entry.kind === 'free') continue;
      if (before.sections.some(({ entries }) => entries.has(number))) changed.push(reference);
      else if (holders.has(number) && !this.labels.referred.has(number)) continue;
      else this.added.add(number);
    }
    // A number the signed file already pointed at in vain would bring new content into old pages.
    for (const number of this.added) {
      if (this.labels.referred.has(number))
        this.findings.push(this.labels.change(number, revision));
    }
    for (const reference of changed) this.compare(reference);
    this.requireUse();
    return { findings: this.findings, allowed: this.allowed };
  }

  /** Every added object must be reachable: a later revision could activate an unreferenced one (shadow attack). */
  private requireUse(): void {
    if (this.added.size === 0) return;
    const { referred } = new ObjectLabels(this.after);
    if ([...this.added].every((number) => referred.has(number))) return;
    this.findings.push(finding('hidden-object', { revision: this.revision }));
  }

  private compare(reference: Reference): void {
    const { before, after, revision } = this;
    const [old, now] = [before.resolve(reference), after.resolve(reference)];
    if (isSame(old, now)) return;
    const field = this.fields.get(reference.number);
    const isDictionary = old instanceof Dictionary && now instanceof Dictionary;
    if (!isDictionary) this.findings.push(this.labels.change(reference.number, revision));
    else if (field) this.compareField(field, now);
    else if (reference.number === before.catalogReference.number) this.compareCatalog(old, now);
    else if (isAt(before.catalog.get('AcroForm'), reference)) this.compareForm(old, now);
    else this.findings.push(this.labels.change(reference.number, revision));
  }

  private compareField(field: FormField, now: Dictionary): void {
    const { after, added, revision } = this;
    const isLocked = this.isSealed();
    const found = fieldFindings({ field, now, after, added, isLocked, revision });
    this.findings.push(...found);
    if (found.length > 0) return;
    this.allowed.push(change(field.type === 'text' ? 'field-filled' : 'field-signed', field.name));
  }

  /** Nothing is filled or signed after the seal, or after a signature whose field locks the form. */
  private isSealed(): boolean {
    const fields = [...this.fields.values()].filter(({ type }) => type === 'signature');
    const isSigned = ({ dictionary }: FormField) => dictionary.has('V');
    const seals = fields.filter(({ name }) => placeOf(name).role === 'agency');
    const isLocking = fields.some((field) => field.dictionary.has('Lock') && isSigned(field));
    return isLocking || (seals.length > 0 && seals.every(isSigned));
  }

  private compareCatalog(old: Dictionary, now: Dictionary): void {
    const keys = changedKeys(old, now);
    if (keys.delete('DSS')) this.allowed.push(change('validation-data'));
    if (keys.size === 0) return;
    const what = [...keys].join(', ');
    this.findings.push(finding('document-rules-changed', { revision: this.revision, what }));
  }

  private compareForm(old: Dictionary, now: Dictionary): void {
    const [fields, later] = [old.get('Fields'), now.get('Fields')];
    const isGrown =
      isSubset(changedKeys(old, now), ['Fields', 'SigFlags']) &&
      serialize(now.get('SigFlags') ?? null).toString() === '3' &&
      Array.isArray(fields) &&
      Array.isArray(later) &&
      fields.every((field, index) => isSame(field, later[index] ?? null)) &&
      later.slice(fields.length).every((field) => this.isArchiveTimestamp(field));
    if (isGrown) {
      this.allowed.push(change('archive-timestamp'));
      return;
    }
    this.findings.push(finding('form-changed', { revision: this.revision }));
  }

  /** An invisible field that holds a timestamp of the whole file. */
  private isArchiveTimestamp(object: PdfObject): boolean {
    const { after, added } = this;
    if (!(object instanceof Reference) || !added.has(object.number)) return false;
    const field = after.dictionaryAt(object);
    const value = after.resolve(field.get('V'));
    const type = value instanceof Dictionary ? value.get('Type') : undefined;
    const place = serialize(field.get('Rect') ?? null).toString();
    const isInvisible = place === '[0 0 0 0]' && !field.has('AP') && !field.has('Kids');
    return isInvisible && type instanceof Name && type.value === 'DocTimeStamp';
  }
}

const isSame = (a: PdfObject, b: PdfObject) => serialize(a).equals(serialize(b));

const isAt = (object: PdfObject | undefined, { number }: Reference) =>
  object instanceof Reference && object.number === number;
