import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { argumentsOf } from '../arguments.ts';
import { renderDispatch } from '../../engines/page/render-dispatch.ts';
import { chromium } from './chromium.ts';
import { freshDispatch } from './fresh-dispatch.ts';
import { libreofficeBatch } from './libreoffice.ts';
import { type Renderer, typst } from './typst.ts';
import type { Figure } from './figure.ts';

/** Times over which the body is repeated, and the pages this gives. */
const LENGTHS = [
  { name: 'one page', times: 1 },
  { name: 'three pages', times: 4 },
  { name: 'nine pages', times: 14 },
];
/** Documents in one turn of a peer: each works with its own warm caches, as in an office's queue. */
const TURN = 20;
const OURS = 'ours';

const values = argumentsOf({ json: { type: 'string' }, runs: { type: 'string', default: '400' } });
const runs = Number(values.runs);
const figures: Figure[] = [];

const ours: Renderer = async (document) => ({ bytes: (await renderDispatch(document)).pdf.length });
// Before the peers, whose memory would be counted with ours.
const memory = await memoryOver(3000);
const browser = await chromium();
const peers: [string, Renderer | undefined, number][] = [
  [OURS, ours, runs],
  ['Typst', await typst(), runs],
  ['Chromium, warm', browser?.render, Math.min(runs, 20)],
];

for (const { name, times } of LENGTHS) {
  const medians = await mediansOf(times);
  const base = medians.get(OURS)!;
  for (const [peer, median] of medians) {
    add({ name: `${peer}, ${name}`, unit: 'ms', median, ...comparedWith(base, peer, median) });
  }
}
await browser?.close();

const batch = Array.from({ length: 20 }, () => freshDispatch(1));
const libreoffice = await libreofficeBatch(batch);
if (libreoffice !== undefined) {
  const { median: base } = figures[0]!;
  const compared = comparedWith(base, 'LibreOffice', libreoffice);
  add({
    name: 'LibreOffice, one page, 20 in one process',
    unit: 'ms',
    median: libreoffice,
    ...compared,
  });
}

add({ name: 'file, one page', unit: 'kB', median: (await ours(freshDispatch(1))).bytes / 1024 });
for (const { count, megabytes } of memory) {
  add({ name: `memory after ${count} documents`, unit: 'MB', median: megabytes });
}

print();
if (values.json) writeFileSync(values.json, JSON.stringify({ figures }, null, 2));

/** The peers take turns, so that a busy machine is as busy for each; no words are rendered twice. */
async function mediansOf(times: number): Promise<Map<string, number>> {
  const durations = new Map<string, number[]>();
  const warmUp = runs / 2;
  for (let start = 0; start < warmUp + runs; start += TURN) {
    for (const [peer, render, count] of peers) {
      if (!render || start >= warmUp + count) continue;
      for (let i = 0; i < TURN; i++) {
        const document = freshDispatch(times);
        const started = performance.now();
        await render(document);
        const taken = performance.now() - started;
        if (start >= warmUp) durations.set(peer, [...(durations.get(peer) ?? []), taken]);
      }
    }
  }
  return new Map([...durations].map(([peer, all]) => [peer, median(all)] as const));
}

function median(all: number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
}

/** What stays after a collection of garbage. */
async function memoryOver(total: number) {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const samples: { count: number; megabytes: number }[] = [];
  for (let count = 1; count <= total; count++) {
    await ours(freshDispatch(1));
    if (count % (total / 3) === 0) {
      collectGarbage();
      samples.push({ count, megabytes: process.memoryUsage.rss() / 1024 / 1024 });
    }
  }
  return samples;
}

function comparedWith(base: number, peer: string, median: number): Partial<Figure> {
  return peer === OURS ? {} : { ratio: median / base, against: OURS };
}

function add(figure: Figure): void {
  figures.push(figure);
}

function print(): void {
  console.table(
    figures.map(({ name, unit, median, ratio }) => ({
      figure: name,
      median: `${median.toFixed(median < 10 ? 2 : 0)} ${unit}`,
      'times ours': ratio === undefined ? '' : ratio.toFixed(1),
    })),
  );
}
