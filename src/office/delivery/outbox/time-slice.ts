import { setTimeout as pause } from 'node:timers/promises';
import { within } from './within.ts';

/** One job takes no longer than about this, so that an urgent dispatch is soon next. */
export const TIME_SLICE_MS = 1500;

export interface Pacing {
  /** Lines in which letters go side by side. */
  lanes: number;
  /** When the first may go, milliseconds since 1970. */
  first: number;
  /** Milliseconds from one to the next. */
  every: number;
}

export interface Sliced<Row> {
  /** Not begun when the time was over. */
  left: Row[];
  /** Milliseconds it took. */
  took: number;
  /** Resolves when the letters that were begun in the slice are done. */
  underway: Promise<void>;
}

/** Sends for one time slice, or until `mustStop` says so. `send` throws for nothing. */
export async function timeSlice<Row>(
  rows: Row[],
  { lanes, first, every }: Pacing,
  mustStop: () => boolean,
  send: (row: Row) => Promise<void>,
): Promise<Sliced<Row>> {
  const started = Date.now();
  const rest = rows.toReversed();
  let slot = first;
  let isOver = false;
  const lane = async (): Promise<void> => {
    while (rest.length > 0 && !isOver && !mustStop()) {
      const next = rest.pop()!;
      const wait = slot - Date.now();
      slot += every;
      if (wait > 0) await pause(wait);
      await send(next);
    }
  };
  const underway = Promise.all(Array.from({ length: lanes }, lane)).then(() => {});
  const end = Math.max(started, first) + TIME_SLICE_MS;
  await within(end - Date.now(), underway);
  isOver = true;
  return { left: rest.splice(0), took: Math.max(1, Date.now() - started), underway };
}
