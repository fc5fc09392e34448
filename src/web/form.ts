import type { z } from 'zod';
import { InvalidInput } from './invalid-input.ts';
import { parse } from './schema.ts';

/** Messages by field path: `{ abstract: 'Không được để trống.' }`. */
export type FormErrors = Record<string, string>;

export type Checked<T> =
  { values: T; errors?: undefined } | { values?: undefined; errors: FormErrors };

export function formErrors(error: InvalidInput): FormErrors {
  return Object.fromEntries(error.errors.toReversed().map(({ path, message }) => [path, message]));
}

/** Like `parse`, but gives the faults back so that the form can be shown again. */
export function check<S extends z.ZodType>(schema: S, input: unknown): Checked<z.output<S>> {
  try {
    return { values: parse(schema, input ?? {}) };
  } catch (error) {
    if (error instanceof InvalidInput) return { errors: formErrors(error) };
    throw error;
  }
}
