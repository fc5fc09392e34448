import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { argumentsOf } from '../arguments.ts';
import { startTemporaryPostgres } from '../postgres/temporary-postgres.ts';
import { median, printFigures, type Figure } from './deliver/figures.ts';
import { nodemailerSends, smtpSourceSends } from './deliver/peers.ts';
import { startRedis } from './deliver/redis.ts';
import { SendingSystem, type SentRun } from './deliver/sending-system.ts';
import { startSink, type SinkCount } from './deliver/sink.ts';

/** Agencies of the sample that are no recipients: four people of the office itself. */
const PEOPLE = 4;
const NODEMAILER = 'pooled nodemailer, building each mail';
const CEILING = 'smtp-source';

const values = argumentsOf({
  json: { type: 'string' },
  runs: { type: 'string', default: '3' },
  recipients: { type: 'string', default: '10000' },
  // The directory is opened as a file is read: 20,000 lines, four of them people.
  sizes: { type: 'string', default: '1000,19996' },
});
const runs = Number(values.runs);
const recipients = Number(values.recipients);
const figures: Figure[] = [];

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

const sink = await startSink();
const postgres = await startTemporaryPostgres({ durable: true });
const redis = await startRedis();
try {
  await compare();
  for (const size of values.sizes.split(',').filter(Boolean)) await cost(Number(size));
} finally {
  await postgres.stop();
  redis?.stop();
  sink.stop();
}
printFigures(figures);
if (values.json) writeFileSync(values.json, JSON.stringify({ figures }, null, 2));

/** Everyone takes turns, so that a noisy minute of the machine meets them all. */
async function compare(): Promise<void> {
  const ours = new Map([['ours, queue in PostgreSQL', await system(recipients)]]);
  if (redis) ours.set('ours, queue in Redis', await system(recipients, redis.url));
  const [one] = ours.values();
  const { sent, count } = await checked(one!, recipients);
  const letter = await one!.letter(sent.dispatchId);
  const bytes = Math.round(count.bytes / recipients);
  console.log(`A file of ${letter.file.length} bytes in mails of ${bytes}.`);
  const rates = new Map<string, number[]>();
  const add = (name: string, seconds: number) =>
    rates.set(name, [...(rates.get(name) ?? []), recipients / seconds]);
  const issue: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    add(NODEMAILER, await nodemailerSends(sink.port, recipients, letter));
    if (smtpSourceSends) add(CEILING, await smtpSourceSends(sink.port, recipients, bytes));
    for (const [name, each] of ours) {
      const { sent: again } = await checked(each, recipients);
      add(name, again.seconds);
      issue.push(again.issueSeconds);
    }
  }
  for (const each of ours.values()) await each.stop();
  for (const [name, all] of rates) {
    const rate = median(all);
    const against = [...rates].filter(([peer]) => peer === NODEMAILER || peer === CEILING);
    const ratios = against.map(([peer, its]) => [peer, rate / median(its)] as [string, number]);
    figures.push({ name, unit: 'mails/s', median: rate, ratios });
  }
  figures.push(issuing(recipients, issue));
}

/** Time, memory and the issuing itself for one size of dispatch. */
async function cost(size: number): Promise<void> {
  const each = await system(size);
  await checked(each, size); // warms caches and plans
  collect();
  const before = process.memoryUsage.rss() / 1e6;
  const times: SentRun[] = [];
  for (let run = 0; run < runs; run += 1) times.push((await checked(each, size)).sent);
  collect();
  const after = process.memoryUsage.rss() / 1e6;
  await each.stop();
  const perRecipient = (1000 * median(times.map(({ seconds }) => seconds))) / size;
  figures.push(
    { name: `one of ${size} recipients`, unit: 'ms', median: perRecipient, ratios: [] },
    {
      name: `memory after ${runs} × ${size}`,
      unit: 'MB',
      median: after,
      ratios: [['before', after / before]],
    },
    issuing(
      size,
      times.map(({ issueSeconds }) => issueSeconds),
    ),
  );
}

function issuing(count: number, seconds: number[]): Figure {
  const name = `issuing to ${count}, the transaction`;
  return { name, unit: 's', median: median(seconds), ratios: [] };
}

function system(count: number, redisUrl?: string): Promise<SendingSystem> {
  const agencies = count + PEOPLE;
  return SendingSystem.start({
    postgres: postgres.url,
    redis: redisUrl,
    smtpPort: sink.port,
    agencies,
  });
}

/** A run counts only when every recipient got exactly one mail. */
async function checked(
  each: SendingSystem,
  wanted: number,
): Promise<{ sent: SentRun; count: SinkCount }> {
  await sink.reset();
  const sent = await each.sendToAll(sink);
  const count = await sink.count();
  if (sent.recipients !== wanted || count.mails !== wanted || count.different !== wanted) {
    throw new Error(`${wanted} wanted, recorded and sent: ${JSON.stringify({ sent, count })}`);
  }
  return { sent, count };
}
