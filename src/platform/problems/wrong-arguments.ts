import { inWords } from '../config/in-words.ts';

/** A command was called in a way that it does not know; `message` says so in Vietnamese. */
export class WrongArguments extends Error {
  override name = 'WrongArguments';
}

/** What a command prints when it could not run: one sentence, and how it is used when that was wrong. */
export function complaintOf(error: unknown, usage: string): string {
  const { code = '' } = error as { code?: string };
  const isMisused = error instanceof WrongArguments || code.startsWith('ERR_PARSE_ARGS');
  return `${inWords(error)}\n${isMisused ? usage : ''}`;
}
