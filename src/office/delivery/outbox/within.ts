import { setTimeout as pause } from 'node:timers/promises';

/** Waits for `work`, but no longer than `milliseconds`: BullMQ's `close` does not always return. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const bound = new AbortController();
  const timeUp = pause(milliseconds, undefined, { signal: bound.signal }).catch(() => {});
  await Promise.race([work.catch(() => {}), timeUp]);
  bound.abort();
}

/** The result of `work`; throws when it takes longer than `milliseconds`. */
export async function inTime<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue does not answer.')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
