import { z } from 'zod';
import { closest } from './closest.ts';

/** An object of a file that people write by hand: what it does not know is named, with what was probably meant. */
export function closedObject<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? (issue.keys as string[]).map((key) => unknownKey(key, known)).join(' ')
        : undefined,
  });
}

function unknownKey(key: string, known: string[]): string {
  const meant = closest(key, known);
  return meant
    ? `Không có mục “${key}”: có phải “${meant}”?`
    : `Không có mục “${key}”. Các mục có thể ghi: ${known.join(', ')}.`;
}
