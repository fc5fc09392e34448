import type { z } from 'zod';
import { InvalidInput } from './invalid-input.ts';
import { parse } from './schema.ts';

/** Messages by field path: `{ abstract: 'Không được để trống.' }`. */
export type FormErrors = Record<string, string>;

export type Checked<T> =
  { values: T; errors?: undefined } | { values?: undefined; errors: FormErrors };

/** The first message for each field. */
export function formErrors({ errors }: InvalidInput): FormErrors {
  const first: FormErrors = {};
  for (const { path, message } of errors) first[path] ??= message;
  return first;
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

/** What was typed into the controls of a form, to show it again. */
export function typedText(body: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
