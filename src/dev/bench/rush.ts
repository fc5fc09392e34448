import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { compiledFrom, packageRoot } from '../../platform/process/package-root.ts';
import { argumentsOf } from '../arguments.ts';
import { startTemporaryPostgres } from '../postgres/temporary-postgres.ts';
import { median, printFigures, type Figure } from './deliver/figures.ts';
import { startSink } from './deliver/sink.ts';
import { serve, type Served } from './rush/build.ts';
import { rate, type Ask } from './rush/load.ts';

/** `npm run bench:rush`: what recipients do in the minutes after an urgent dispatch. */
const values = argumentsOf({
  json: { type: 'string' },
  /** A folder with an earlier build, to be asked the same. */
  beside: { type: 'string' },
  links: { type: 'string', default: '2000' },
});
const links = Number(values.links);
const FORM = 'name=Nguy%E1%BB%85n+V%C4%83n+An&post=V%C4%83n+th%C6%B0';

const sink = await startSink();
const postgres = await startTemporaryPostgres({ durable: true });
const figures: Figure[] = [];
const running: { stop(): Promise<void> }[] = [];
/** By what was asked and how many at once, of each build. */
const rates = new Map<string, Map<string, number[]>>();
try {
  const builds = new Map([['ours', await served(packageRoot)]]);
  if (values.beside) builds.set('the earlier build', await served(values.beside));
  const ceiling = await bare(builds.get('ours')!);
  running.push(...builds.values(), ceiling);
  for (const [name, build] of builds) await warm(name, build);
  // Each takes its turn, so that a noisy minute of the machine meets all.
  for (const atOnce of [16, 64]) {
    for (const [name, build] of builds) await rush(name, build, atOnce);
    for (const [name, build] of builds) await again(name, build, atOnce);
    await note('a recipient’s page, opened again', atOnce, 'bare Express', () =>
      rate(ceiling.address, opened(builds.get('ours')!.tokens), { atOnce, wanted: 200 }),
    );
  }
} finally {
  for (const one of running) await one.stop();
  await postgres.stop();
  sink.stop();
}
for (const [what, byBuild] of rates) {
  const own = median(byBuild.get('ours')!);
  const others = [...byBuild].filter(([name]) => name !== 'ours');
  const ratios = others.map(([name, its]) => [name, own / median(its)] as [string, number]);
  figures.push({ name: what, unit: 'a second', median: own, ratios });
}
printFigures(figures);
if (values.json) writeFileSync(values.json, JSON.stringify({ figures }, null, 2));

function served(folder: string): Promise<Served> {
  // Two thirds are for each number at once, the rest warms the process.
  return serve(folder, { postgres: postgres.url, sink, recipients: 2 * links + 200 });
}

function opened(tokens: string[]): Ask[] {
  return tokens.map((token) => ({ path: `/a/${token}` }));
}

function acknowledged(tokens: string[]): Ask[] {
  return tokens.map((token) => ({ path: `/a/${token}/acknowledgement`, form: FORM }));
}

async function warm(name: string, { address, tokens }: Served): Promise<void> {
  const few = tokens.slice(0, 200);
  await rate(address, opened(few), { atOnce: 16, wanted: 200 });
  await rate(address, acknowledged(few), { atOnce: 16, wanted: 303 });
  console.log(`${name}: one dispatch, ${tokens.length} recipients`);
}

function turn({ tokens }: Served, atOnce: number): string[] {
  return atOnce === 16 ? tokens.slice(200, 200 + links) : tokens.slice(200 + links);
}

async function rush(name: string, build: Served, atOnce: number): Promise<void> {
  const tokens = turn(build, atOnce);
  await note('a recipient’s page, first opened', atOnce, name, () =>
    rate(build.address, opened(tokens), { atOnce, wanted: 200 }),
  );
  await note('an acknowledgement', atOnce, name, () =>
    rate(build.address, acknowledged(tokens), { atOnce, wanted: 303 }),
  );
}

async function again(name: string, build: Served, atOnce: number): Promise<void> {
  const tokens = turn(build, atOnce);
  await note('a recipient’s page, opened again', atOnce, name, () =>
    rate(build.address, opened(tokens), { atOnce, wanted: 200 }),
  );
  await note('an acknowledgement, again', atOnce, name, () =>
    rate(build.address, acknowledged(tokens), { atOnce, wanted: 303 }),
  );
}

async function note(
  what: string,
  atOnce: number,
  name: string,
  measured: () => Promise<number>,
): Promise<void> {
  const key = `${what}, ${atOnce} at once`;
  const byBuild = rates.get(key) ?? new Map<string, number[]>();
  rates.set(key, byBuild);
  byBuild.set(name, [...(byBuild.get(name) ?? []), await measured()]);
}

async function bare({ databaseUrl }: Served): Promise<Pick<Served, 'address' | 'stop'>> {
  const file = compiledFrom(new URL('./rush/bare-express.ts', import.meta.url));
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { address: `http://127.0.0.1:${port}`, stop };
}
