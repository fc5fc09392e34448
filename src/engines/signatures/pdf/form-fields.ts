import { SigningError } from '../signing-error.ts';
import { unreadable } from './unreadable.ts';
import { Dictionary, Name, Numeral, type PdfObject, Reference, Text, wordsOf } from './objects.ts';
import type { PdfFile } from './pdf-file.ts';

export interface FormField {
  reference: Reference;
  dictionary: Dictionary;
  name: string;
  type: 'text' | 'signature' | 'other';
}

export interface Box {
  width: number;
  height: number;
}

/** The interactive form: a dictionary of its own or one inside the catalog (ISO 32000-1, 12.7.2). */
export function formOf(file: PdfFile): Dictionary | undefined {
  const form = file.resolve(file.catalog.get('AcroForm'));
  return form instanceof Dictionary ? form : undefined;
}

/** Whatever a form nests, no file is asked for more. */
const MOST_FIELDS = 10_000;
const DEEPEST = 20;

/** Every field of a form with what it takes from those above it (ISO 32000-1, 12.7.3.1 and 12.7.3.2). */
export function allFields(file: PdfFile): FormField[] {
  const found: FormField[] = [];
  const seen = new Set<number>();
  const collect = (own: FormField, depth: number) => {
    if (seen.has(own.reference.number)) return;
    // A field left unread may be a signature.
    if (seen.size >= MOST_FIELDS || depth > DEEPEST)
      throw unreadable('các ô lồng nhau quá sâu hoặc quá nhiều');
    seen.add(own.reference.number);
    const kids = file.resolve(own.dictionary.get('Kids'));
    const fields = (Array.isArray(kids) ? kids : [])
      .filter((kid) => kid instanceof Reference)
      .filter((kid) => isField(file, kid));
    if (fields.length === 0) found.push(own);
    for (const kid of fields) collect(inherit(own, readField(file, kid)), depth + 1);
  };
  for (const field of formFields(file)) collect(field, 0);
  return found;
}

/** A kid without a name of its own is only a widget of its parent. */
function isField(file: PdfFile, kid: Reference): boolean {
  const entries = file.resolve(kid);
  return entries instanceof Dictionary && entries.has('T');
}

function inherit(parent: FormField, own: FormField): FormField {
  const type = own.dictionary.has('FT') ? own.type : parent.type;
  return { ...own, type, name: `${parent.name}.${own.name}` };
}

/** The fields at the root of the form; our dispatches have no others. */
export function formFields(file: PdfFile): FormField[] {
  const fields = file.resolve(formOf(file)?.get('Fields'));
  if (!Array.isArray(fields)) return [];
  return fields
    .filter((field) => field instanceof Reference)
    .map((field) => readField(file, field));
}

export function requireField(file: PdfFile, name: string): FormField {
  const found = formFields(file).find((field) => field.name === name);
  if (found) return found;
  throw new SigningError(
    'field-missing',
    `Tệp PDF không có ô “${name}”. Hãy kết xuất lại văn bản với các ô chữ ký rồi ký.`,
  );
}

export function boxOf(file: PdfFile, field: Dictionary): Box {
  const corners = numbersOf(file.resolve(field.get('Rect')));
  const [left = 0, bottom = 0, right = 0, top = 0] = corners;
  return { width: right - left, height: top - bottom };
}

export function numbersOf(object: PdfObject): number[] {
  if (!Array.isArray(object)) return [];
  return object.map((item) => (item instanceof Numeral ? item.value : NaN));
}

function readField(file: PdfFile, reference: Reference): FormField {
  const dictionary = file.dictionaryAt(reference);
  const title = dictionary.get('T');
  const type = dictionary.get('FT');
  const kind = type instanceof Name ? type.value : '';
  return {
    reference,
    dictionary,
    name: title instanceof Text ? wordsOf(title) : '',
    type: kind === 'Sig' ? 'signature' : kind === 'Tx' ? 'text' : 'other',
  };
}
