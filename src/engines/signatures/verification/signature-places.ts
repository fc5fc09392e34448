import { PERSON_FIELD, RECEIPT_FIELD, SEAL_FIELD } from '../dispatch-signatures.ts';
import type { FormField } from '../pdf/form-fields.ts';

/** `other` is a signature in a file that is no dispatch of ours. */
export type Role = 'person' | 'agency' | 'other';

export interface Place {
  role: Role;
  /** Which signatory or agency of a document issued jointly, from 1. */
  number: number;
}

const ROLES: [string, Role][] = [
  [PERSON_FIELD, 'person'],
  [SEAL_FIELD, 'agency'],
  [RECEIPT_FIELD, 'agency'],
];
const NUMBER = /^(?:[2-9]|[1-9]\d+)?$/;

/** Whose signature a field is for, by the names the renderer gives: the plain name, or a number from 2 behind it. */
export function placeOf(field: string): Place {
  for (const [name, role] of ROLES) {
    const rest = field.slice(name.length);
    if (field.startsWith(name) && NUMBER.test(rest)) return { role, number: Number(rest || 1) };
  }
  return { role: 'other', number: 1 };
}

/** Whether a form has a place that only our renderer gives. */
export const isOfDispatch = (fields: FormField[]): boolean =>
  fields.some(({ type, name }) => type === 'signature' && placeOf(name).role !== 'other');
