import { boundedBody } from './bounded-body.ts';
import { StoreAway } from './store-away.ts';

const LARGEST_ANSWER = 64 * 2 ** 10;
const TOO_OFTEN = 429;
export const KNOWS_NO_CONDITIONS = 501;

/** A small answer, read to its end. */
export interface StoreAnswer {
  ok: boolean;
  status: number;
  headers: Headers;
  text: string;
}

export async function readAnswer(response: Response): Promise<StoreAnswer> {
  const { ok, status, headers } = response;
  // Of a long complaint nothing is read.
  const body = await boundedBody(response, LARGEST_ANSWER).catch((error: Error) => {
    if (error.name === 'TooLong') return Buffer.alloc(0);
    throw error;
  });
  return { ok, status, headers, text: body.toString() };
}

export function notAway(answer: StoreAnswer): StoreAnswer {
  const { status } = answer;
  if (status === TOO_OFTEN || (status >= 500 && status !== KNOWS_NO_CONDITIONS)) {
    throw new StoreAway(`The object store answers ${status}: ${wordsIn(answer)}`);
  }
  return answer;
}

/** `fetch failed` says nothing; its cause does. */
export function notReached({ message, cause }: Error): never {
  throw new StoreAway(
    `The object store cannot be reached: ${(cause as Error | undefined)?.message || message}`,
  );
}

export const wordsIn = ({ text }: StoreAnswer) => text.replace(/\s+/g, ' ').slice(0, 300);

export const codeOf = ({ status, text }: StoreAnswer) =>
  /<Code>(\w+)</.exec(text)?.[1] ?? String(status);
