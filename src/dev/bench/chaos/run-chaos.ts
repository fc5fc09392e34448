import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Config } from '../../../platform/config/config.ts';
import { CoreModule } from '../../../database/core.module.ts';
import { must, signIn } from '../../demo/api-client.ts';
import { startPostgres } from '../../postgres/start-postgres.ts';
import { scaledDirectory } from '../../sample/sample-directory.ts';
import { SampleModule } from '../../sample/sample.module.ts';
import { SampleOffice } from '../../sample/sample-office.ts';
import { thaiBinh } from '../../sample/thai-binh/sample.ts';
import { SAMPLE_PASSWORD } from '../../sample/thai-binh/office.ts';
import { migrate } from '../../../database/migrate.ts';
import { compiledFrom } from '../../../platform/process/package-root.ts';
import { freePort } from '../deliver/free-port.ts';
import { startSink } from '../deliver/sink.ts';
import { check, type Findings } from './check.ts';
import { Part } from './part.ts';
import { cannotMount, smallDisk, type SmallDisk } from './small-disk.ts';

export interface ChaosOptions {
  recipients: number;
  /** How many processes are killed, at least, while mails go out. */
  kills: number;
  queue: 'postgres' | 'redis';
  /** After so long it is over, whatever has happened. */
  seconds: number;
  say: (line: string) => void;
}

export interface ChaosResult extends Findings {
  kills: Record<string, number>;
  /** As many repeats as SMTP leaves undecided: connections of killed workers, answers that never came. */
  mayRepeat: number;
  unanswered: number;
}

const CONNECTIONS = 4;
const program = (name: string) => [
  process.execPath,
  compiledFrom(new URL(`../../../${name}.ts`, import.meta.url)),
];
/** What is killed or filled, and how much more often than the others. */
const TARGETS = [
  'disk',
  'worker-1',
  'worker-2',
  'postgres',
  'worker-1',
  'worker-2',
  'queue',
  'disk',
  'web',
];
/** So long the disk under the outcomes stays full. */
const FULL_MS = 2000;

/** Issues one dispatch and kills part after part with no warning while its mails go out. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const folder = await mkdtemp(join(tmpdir(), 'noi-nhan-chaos-'));
  const outcomes = join(folder, 'outcomes');
  mkdirSync(outcomes);
  const sinkLog = join(folder, 'sink.log');
  const stops: (() => void | Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true }),
  ];
  try {
    const cannot = cannotMount();
    const disk = cannot.length === 0 ? smallDisk(outcomes, 8) : undefined;
    if (disk) stops.push(() => disk.unmount());
    else options.say(`no disk is filled: it takes ${cannot.join()}`);
    const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
    stops.push(() => postgres.stop());
    const sink = await startSink('20', sinkLog, '10', '3');
    stops.push(() => sink.stop());
    const [redisPort, webPort] = [await freePort(), await freePort()];
    const env = {
      ...process.env,
      DATABASE_URL: postgres.url,
      ...(options.queue === 'redis' ? { REDIS_URL: `redis://127.0.0.1:${redisPort}` } : {}),
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      INSTALLATION_SECRET: 'the secret of a chaos test, 32 or more',
      DELIVERY_CONCURRENCY: String(CONNECTIONS),
      DELIVERY_RETRY_SECONDS: '1',
      DELIVERY_SWEEP_SECONDS: '1',
      DELIVERY_LEASE_SECONDS: '12',
      DELIVERY_JOURNAL_DIR: outcomes,
      HOST: '127.0.0.1',
      PORT: String(webPort),
    };
    await openOffice(env, options.recipients);
    const parts = new Map<string, Part>();
    const start = (name: string, command: string[]) => {
      const part = new Part(name, command, env);
      parts.set(name, part);
      stops.push(() => part.stop());
    };
    if (options.queue === 'redis') {
      const memoryOnly = ['--save', '', '--appendonly', 'no'];
      start('queue', ['redis-server', '--port', String(redisPort), ...memoryOnly]);
    }
    for (const name of ['worker-1', 'worker-2']) start(name, program('worker'));
    start('web', program('main'));
    options.say(`${options.recipients} deliveries, queue in ${options.queue}`);
    await issue(`http://127.0.0.1:${webPort}`);
    const targets = { parts, disk, postgres: join(folder, 'postgres') };
    const kills = await killAtRandom(options, targets, postgres.url);
    const workers = (kills['worker-1'] ?? 0) + (kills['worker-2'] ?? 0);
    for (const part of parts.values()) await part.stop();
    const findings = await check(postgres.url, sinkLog);
    const log = readFileSync(sinkLog, 'utf8');
    const unanswered = log.split('\n').filter((line) => line.endsWith('\tunanswered')).length;
    return { ...findings, kills, unanswered, mayRepeat: workers * CONNECTIONS + unanswered };
  } finally {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  }
}

async function openOffice(env: NodeJS.ProcessEnv, recipients: number): Promise<void> {
  const config = new Config(env);
  await migrate(config.databaseUrl);

  @Module({ imports: [CoreModule.for(config), SampleModule] })
  class Setup {}

  const app = await NestFactory.createApplicationContext(Setup, { logger: ['error'] });
  await app.get(SampleOffice).create(thaiBinh, scaledDirectory(recipients));
  await app.close();
}

/** Until the web process answers; the seed goes from the draft to the clerk, and out. */
async function issue(address: string): Promise<void> {
  const as = (username: string) => patiently(() => signIn(address, username, SAMPLE_PASSWORD));
  const drafter = await as('chuyenvien');
  const drafts = drafter.GET('/api/dispatches', { params: { query: { state: 'draft' } } });
  const { id } = (await must(drafts)).data.items[0]!;
  const params = { path: { id } };
  await must(drafter.POST('/api/dispatches/{id}/submission', { params }));
  const signer = await as('phogiamdoc');
  await must(signer.POST('/api/dispatches/{id}/signature', { params, body: {} }));
  const clerk = await as('vanthu');
  const body = { withoutAddress: true };
  await must(clerk.POST('/api/dispatches/{id}/issuance', { params, body }));
}

async function killAtRandom(
  { kills: wanted, seconds, say }: ChaosOptions,
  {
    parts,
    disk,
    postgres,
  }: { parts: Map<string, Part>; disk: SmallDisk | undefined; postgres: string },
  databaseUrl: string,
): Promise<Record<string, number>> {
  const kills: Record<string, number> = {};
  const end = Date.now() + seconds * 1000;
  let done = 0;
  let before = Infinity;
  let target = Math.floor(Math.random() * TARGETS.length);
  while (Date.now() < end) {
    await pause(300 + Math.random() * 1200);
    const open = await stillOpen(databaseUrl);
    if (open === 0) return kills;
    // Whoever was killed is back at work: to kill what is only starting shows nothing.
    if (done >= wanted || open === undefined || open >= before) continue;
    before = open;
    target = (target + 1 + Math.floor(Math.random() * 2)) % TARGETS.length;
    const name = TARGETS[target]!;
    if (name === 'postgres') killPostgres(postgres);
    else if (name === 'disk' && disk) await fillFor(FULL_MS, disk);
    else if (parts.has(name)) parts.get(name)!.kill();
    else continue;
    done += 1;
    kills[name] = (kills[name] ?? 0) + 1;
    say(`${open} open, ${name === 'disk' ? 'filled' : 'killed'} ${name}`);
  }
  return kills;
}

async function fillFor(milliseconds: number, disk: SmallDisk): Promise<void> {
  disk.fill();
  await pause(milliseconds);
  disk.free();
}

/** The supervisor starts it again. */
function killPostgres(folder: string): void {
  const file = join(folder, 'cluster/postmaster.pid');
  if (!existsSync(file)) return;
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
}

/** Undefined while the database is away. */
async function stillOpen(databaseUrl: string): Promise<number | undefined> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT count(*)::int AS open FROM deliveries WHERE state IN ('waiting', 'sending')`,
    );
    return rows[0].open as number;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 600) throw error;
      await pause(400);
    }
  }
}
