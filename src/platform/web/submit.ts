import type { Response } from 'express';
import type { z } from 'zod';
import { check, formErrors, type FormErrors } from './form.ts';
import { InvalidInput } from './invalid-input.ts';

/** A form that somebody sent in. */
interface Submission<S extends z.ZodType, Done> {
  schema: S;
  body: unknown;
  /** Does what the form says. */
  act: (values: z.output<S>) => Promise<Done>;
  /** Path of the page that follows. */
  next: string | ((done: Done) => string);
  /** The form once more, with what is wrong by the names of its fields. */
  again: (errors: FormErrors) => string | Promise<string>;
}

/** Sends the browser on (303) when it is done, or shows the form again (422): nothing is done twice by reloading. */
export async function submit<S extends z.ZodType, Done>(
  response: Response,
  { schema, body, act, next, again }: Submission<S, Done>,
): Promise<string | undefined> {
  const refuse = (errors: FormErrors) => {
    response.status(422);
    return again(errors);
  };
  const { values, errors } = check(schema, body);
  if (errors) return refuse(errors);
  try {
    const done = await act(values);
    response.redirect(303, typeof next === 'string' ? next : next(done));
    return undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return refuse(formErrors(error));
    throw error;
  }
}
