import { setTimeout as pause } from 'node:timers/promises';

/** Waits for `work`, but no longer than `milliseconds`: BullMQ's `close` does not always return. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const bound = new AbortController();
  const timeUp = pause(milliseconds, undefined, { signal: bound.signal }).catch(() => {});
  await Promise.race([work.catch(() => {}), timeUp]);
  bound.abort();
}
