import { z } from 'zod';
import '../problems/input-words.ts';
import { InvalidInput, MOST_FAULTS } from './invalid-input.ts';
import { lineLetters, textLetters } from '../text/letters.ts';

/** NUL, which PostgreSQL refuses, and lone surrogates. */
const NO_LETTERS = /[\0\p{Cs}]/gu;

/** Every string of a JSON or form value in Unicode NFC; what is no letter is seen as U+FFFD. */
export function nfc<T>(value: T): T {
  if (typeof value === 'string') return value.replace(NO_LETTERS, '\uFFFD').normalize('NFC') as T;
  if (Array.isArray(value)) return value.map(nfc) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.normalize('NFC'), nfc(item)]),
    ) as T;
  }
  return value;
}

/** Parses what came from outside, or throws `InvalidInput` with its faults. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(nfc(input));
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, MOST_FAULTS)
    .map((issue) => ({ path: pathOf(issue), message: issue.message }));
  throw new InvalidInput(faults);
}

/** A key that is not known stands at its own place, not at that of the object around it. */
function pathOf(issue: z.core.$ZodIssue): string {
  const isOneKey = issue.code === 'unrecognized_keys' && issue.keys.length === 1;
  return [...issue.path, ...(isOneKey ? issue.keys : [])].join('.');
}

const EMPTY = 'Không được để trống.';

/** One line of text: white space folded, at least one character. */
export const line = (max: number) =>
  lineLetters.pipe(z.string().min(1, EMPTY).max(max, `Dài quá ${max} ký tự.`));

/** Text of several lines, at least one character. */
export const text = (max: number) =>
  textLetters.pipe(z.string().min(1, EMPTY).max(max, `Dài quá ${max} ký tự.`));

/** A moment: as a form writes it, in Vietnam, or by ISO 8601 with its offset. */
export const moment = z.iso
  .datetime({ local: true, offset: true, error: 'Ghi ngày giờ.' })
  .max(40, 'Ghi ngày giờ.') // ISO 8601 lets a second have any number of digits
  .transform((value) => new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}+07:00`));

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && !value.trim());

/** A field that may be missing; forms send it empty, programs may send null. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional());

/** A number as programs send it, or a form as digits; `true` and `[3]`, which JavaScript would count, are none. */
export const typedNumber = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && !isBlank(value) ? Number(value) : value),
    schema,
  );

export const Id = z.uuid();

/** More pages than any list has. */
const LAST_PAGE = 100_000;

/** Which page of a list: what is no page is the first, and a page beyond the last is empty, however far. */
export const pageNumber = z.coerce
  .number()
  .overwrite((page) => Math.min(page, LAST_PAGE))
  .int()
  .min(1)
  .max(LAST_PAGE)
  .catch(1)
  .default(1);
