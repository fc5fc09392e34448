import { Dictionary, name, numeral, Reference, Stream } from './objects.ts';

const OFFSET_BYTES = 5;
const GENERATION_BYTES = 2;

export interface Placed {
  reference: Reference;
  offset: number;
}

/** Objects whose numbers follow one another stand together, in tables and streams alike. */
export function runsOf(placed: Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  for (const each of placed) {
    const run = runs.at(-1);
    if (run && each.reference.number === run[0]!.reference.number + run.length) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

export function table(runs: Placed[][]): string {
  const row = ({ reference, offset }: Placed) =>
    `${String(offset).padStart(10, '0')} ${String(reference.generation).padStart(5, '0')} n \n`;
  return runs
    .map((run) => `${run[0]!.reference.number} ${run.length}\n${run.map(row).join('')}`)
    .join('');
}

/** Not compressed: a revision has few objects (ISO 32000-1, 7.5.8.2 and 7.5.8.3). */
export function crossReferenceStream(runs: Placed[][], trailer: Dictionary): Stream {
  const width = 1 + OFFSET_BYTES + GENERATION_BYTES;
  const rows = runs.flat().map(({ reference, offset }) => {
    const row = Buffer.alloc(width, 1);
    row.writeUIntBE(offset, 1, OFFSET_BYTES);
    row.writeUIntBE(reference.generation, 1 + OFFSET_BYTES, GENERATION_BYTES);
    return row;
  });
  const data = Buffer.concat(rows);
  const entries = new Dictionary([
    ['Type', name('XRef')],
    ['W', [1, OFFSET_BYTES, GENERATION_BYTES].map(numeral)],
    ['Index', runs.flatMap((run) => [run[0]!.reference.number, run.length]).map(numeral)],
    ...trailer,
    ['Length', numeral(data.length)],
  ]);
  return new Stream(entries, data);
}
