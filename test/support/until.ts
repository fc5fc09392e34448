import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until `look` gives something truthy; fails after 20 seconds, or as many as said. */
export async function until<T>(what: string, look: () => Promise<T>, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`In vain: ${what}`);
    await pause(20);
  }
}
