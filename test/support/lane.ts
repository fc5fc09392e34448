import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `gate`: every story once. `all`: every case. 0 to 9: the gate and one tenth of the cases that it leaves out. */
export type Lane = 'gate' | 'all' | number;

const TENTHS = 10;

/** What `TEST_LANE` means; nothing is the gate. */
export function laneOf(given: string | undefined): Lane {
  if (!given || given === 'gate') return 'gate';
  if (given === 'all') return 'all';
  if (/^\d$/.test(given)) return Number(given);
  throw new Error(`TEST_LANE is gate, all or a digit, not "${given}".`);
}

/**
 * The cases of a lane, in their order. `offset` spreads small matrices over the tenths: otherwise all of them would
 * fall into the first.
 */
export function casesOf<T>(
  cases: readonly T[],
  isInGate: (one: T, index: number) => boolean,
  lane: Lane,
  offset: number,
): T[] {
  let left = offset;
  return cases.filter((one, index) => {
    if (isInGate(one, index)) return true;
    left += 1;
    return lane === 'all' || lane === left % TENTHS;
  });
}

/**
 * Cases of a matrix for `it.each` and `describe.each`. The gate has those that are told, or one of every so many; what
 * it leaves out is counted, and said at the end of the run.
 */
export function sampled<T>(
  cases: readonly T[],
  inGate: number | ((one: T, index: number) => boolean),
): T[] {
  const isInGate =
    typeof inGate === 'number' ? (_: T, index: number) => index % inGate === 0 : inGate;
  const gate = cases.map(isInGate);
  if (cases.length > 0 && !gate.includes(true)) {
    throw new Error('The gate has at least one case of every matrix.');
  }
  const chosen = casesOf(cases, (_, index) => gate[index]!, lane(), nextOffset());
  leftOut(cases.length - chosen.length);
  return chosen;
}

/** How many of a kind a story does it with: `few` in the gate, and all of them in one of the tenths. */
export function atLeast(few: number, all: number): number {
  return sampled([few, all], (count) => count === few).at(-1)!;
}

const lane = () => laneOf(process.env['TEST_LANE']);

const matrices = new Map<string, number>();

/** Another one for every matrix, the same in every run. */
function nextOffset(): number {
  const suite = suiteName();
  const number = matrices.get(suite) ?? 0;
  matrices.set(suite, number + 1);
  return createHash('sha256').update(`${suite} ${number}`).digest().readUInt16BE();
}

/** The file's own name: where it lies may change, and machines call its folder differently. */
const suiteName = () => expect.getState().testPath?.split('/').at(-1) ?? '';

function leftOut(count: number): void {
  if (count > 0) appendFileSync(leftOutFile(), `${count}\n`);
}

const leftOutFile = () => join(process.env['TEST_SCRATCH']!, 'left-to-other-lanes');

/** What whoever reads the result of a run must know of it; nothing when it left nothing out. */
export function otherLanes(lane: Lane): string | undefined {
  if (!existsSync(leftOutFile())) return undefined;
  const counts = readFileSync(leftOutFile(), 'utf8').trim().split('\n').map(Number);
  const cases = counts.reduce((sum, count) => sum + count, 0);
  const ran = lane === 'gate' ? 'This was the gate' : `This was the gate and tenth ${lane}`;
  return `${ran}: ${cases} cases of ${counts.length} matrices are in other lanes (npm run test:all has them).`;
}
