import { textAppearance } from '../appearance.ts';
import { decodeStream } from '../pdf/decode-stream.ts';
import { boxOf, type FormField, numbersOf } from '../pdf/form-fields.ts';
import {
  Dictionary,
  Name,
  type PdfObject,
  Reference,
  Stream,
  Text,
  wordsOf,
} from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { serialize } from '../pdf/serialize.ts';
import { type Finding, finding, type FindingCode } from './findings.ts';

/** The places the clerk fills between the two signatures. */
const BLANKS: Record<string, string> = { so_van_ban: 'số', ngay: 'ngày', thang: 'tháng' };

export interface FieldChange {
  field: FormField;
  /** As it is in the later revision. */
  now: Dictionary;
  after: PdfFile;
  /** Numbers of the objects the later revision added. */
  added: ReadonlySet<number>;
  isLocked: boolean;
  revision: number;
}

/** Filling a blank or signing an empty field is allowed until the seal; everything else about a field is not. */
export function fieldFindings(change: FieldChange): Finding[] {
  const { field, now, isLocked, revision } = change;
  const keys = changedKeys(field.dictionary, now);
  const label = BLANKS[field.name];
  const found = (code: FindingCode) => [
    finding(code, { revision, field: field.name, ...(label && { what: label }) }),
  ];
  if (keys.has('Rect')) return found('field-moved');
  if (field.type === 'text' && label !== undefined) {
    if (isLocked) return found('filled-after-seal');
    if (!isSubset(keys, ['V', 'AP']) || field.dictionary.has('V')) {
      return found('field-filled-otherwise');
    }
    return showsItsValue(change) ? [] : found('appearance-differs');
  }
  if (field.type !== 'signature') return found('field-changed');
  if (field.dictionary.has('V'))
    return found(now.has('V') ? 'signature-changed' : 'signature-removed');
  const isFresh = !isLocked && isSubset(keys, ['V', 'AP', 'F']) && isFreshSignature(change);
  return isFresh ? [] : found('signature-field-changed');
}

export function changedKeys(old: Dictionary, now: Dictionary): Set<string> {
  const keys = new Set([...old.keys(), ...now.keys()]);
  for (const key of [...keys]) {
    if (serialize(old.get(key) ?? null).equals(serialize(now.get(key) ?? null))) keys.delete(key);
  }
  return keys;
}

export function isSubset(keys: ReadonlySet<string>, allowed: string[]): boolean {
  return [...keys].every((key) => allowed.includes(key));
}

/** The page shows exactly what the field says, drawn as the renderer would draw it. */
function showsItsValue({ field, now, after, added }: FieldChange): boolean {
  const value = now.get('V');
  const appearance = freshAppearance(now, after, added);
  if (!(value instanceof Text) || !appearance) return false;
  const fonts = after.resolve(appearance.dictionary.get('Resources'));
  if (!(fonts instanceof Dictionary) || !isSubset(new Set(fonts.keys()), ['Font'])) return false;
  return (
    fitsBox(field, appearance, after) &&
    isFromForm(fonts.get('Font'), after) &&
    decodeStream(appearance).toString('latin1') ===
      textAppearance(after, field.dictionary, wordsOf(value))
  );
}

/** A picture may stand for a signature, inside the place that was kept for it. */
function isFreshSignature({ field, now, after, added }: FieldChange): boolean {
  const value = now.get('V');
  const flags = now.get('F') ?? null;
  if (!(value instanceof Reference) || !added.has(value.number)) return false;
  if (!['4', '132'].includes(serialize(flags).toString())) return false;
  if (!changedKeys(field.dictionary, now).has('AP')) return true;
  const appearance = freshAppearance(now, after, added);
  return appearance !== undefined && fitsBox(field, appearance, after);
}

function freshAppearance(
  now: Dictionary,
  after: PdfFile,
  added: ReadonlySet<number>,
): Stream | undefined {
  const appearances = now.get('AP');
  if (!(appearances instanceof Dictionary) || appearances.size !== 1) return undefined;
  const normal = appearances.get('N');
  if (!(normal instanceof Reference) || !added.has(normal.number)) return undefined;
  const stream = after.resolve(normal);
  return stream instanceof Stream ? stream : undefined;
}

/** A form of the size of the field, not moved or stretched beyond it (ISO 32000-1, 12.5.5). */
function fitsBox(field: FormField, { dictionary }: Stream, after: PdfFile): boolean {
  const { width, height } = boxOf(after, field.dictionary);
  const [left, bottom, right, top] = numbersOf(after.resolve(dictionary.get('BBox')));
  const type = dictionary.get('Subtype');
  const isForm = type instanceof Name && type.value === 'Form' && !dictionary.has('Matrix');
  const isNear = (a: number | undefined, b: number) => Math.abs((a ?? NaN) - b) < 0.02;
  return isForm && left === 0 && bottom === 0 && isNear(right, width) && isNear(top, height);
}

function isFromForm(fonts: PdfObject | undefined, after: PdfFile): boolean {
  const form = after.dictionaryAt(after.dictionaryAt(after.catalog.get('AcroForm')).get('DR'));
  const known = after.dictionaryAt(form.get('Font'));
  if (!(fonts instanceof Dictionary)) return false;
  return [...fonts].every(([id, font]) => serialize(font).equals(serialize(known.get(id) ?? null)));
}
