import { SigningError } from '../signing-error.ts';
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
