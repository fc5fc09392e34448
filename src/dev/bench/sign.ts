import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf } from '../arguments.ts';
import { renderDispatch } from '../../engines/page/render-dispatch.ts';
import { preparePerson, prepareSeal } from '../../engines/signatures/dispatch-signatures.ts';
import { finish, toBeSigned } from '../../engines/signatures/finish.ts';
import type { KeyHolder } from '../../engines/signatures/keys/key-holder.ts';
import type { OpenSignature } from '../../engines/signatures/pdf/signature-holes.ts';
import { TestAuthority } from '../test-authority/test-authority.ts';
import { testImages } from '../test-authority/test-images.ts';
import { freshDispatch } from './fresh-dispatch.ts';
import type { Figure } from './figure.ts';

const STEPS = ['render', 'prepare', 'key', 'finish'] as const;
type Step = (typeof STEPS)[number];
type Times = Record<Step, number>;

const { privateKey: KEY } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const BYTES = Buffer.alloc(200, 1);
const RAW = 'raw RSA-2048 signature';
const AGENCY = 'Sở Khoa học và Công nghệ tỉnh Hưng Yên';
const NUMBER = { number: '412', day: '24', month: '11' };

const values = argumentsOf({ json: { type: 'string' }, runs: { type: 'string', default: '200' } });
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'bench-sign-'));
const authority = await TestAuthority.open(join(folder, 'authority'));
const person = await holder('person', 'Trần Thị Minh Hạnh');
const agency = await holder('agency', AGENCY);
const images = await testImages();
rmSync(folder, { recursive: true });

const all: Times[] = [];
const walls: number[] = [];
const raws: number[] = [];
for (let i = -Math.ceil(runs / 2); i < runs; i++) {
  const started = performance.now();
  const times = await oneDispatch();
  const wall = performance.now() - started;
  const alone = processorTime();
  sign('sha256', BYTES, KEY);
  if (i < 0) continue;
  raws.push(alone());
  all.push(times);
  walls.push(wall);
}

const wholeOf = (times: Times) => STEPS.reduce((sum, step) => sum + times[step], 0);
const whole = median(all.map(wholeOf));
/** Of all that was spent, so that the shares make a whole. */
const share = (step: Step) =>
  total(all.map((times) => times[step])) / total(all.map((times) => wholeOf(times)));
const key = median(all.map((times) => times.key / 2));
const signature = median(all.map(({ prepare, key, finish: last }) => (prepare + key + last) / 2));
const raw = median(raws);
const figures: Figure[] = [
  { name: 'render and two signatures', unit: '/s per core', median: 1000 / whole },
  { name: 'render and two signatures, processor time', unit: 'ms', median: whole },
  { name: 'render and two signatures, by the clock', unit: 'ms', median: median(walls) },
  ...STEPS.map((step) => ({
    name: `share of ${step}`,
    unit: 'ms',
    median: median(all.map((times) => times[step])),
    ratio: share(step),
    against: 'whole',
  })),
  { name: RAW, unit: 'ms', median: raw },
  {
    name: 'one signature, local key',
    unit: 'ms',
    median: signature,
    ratio: signature / raw,
    against: RAW,
  },
  { name: 'of it the key itself', unit: 'ms', median: key, ratio: key / raw, against: RAW },
];
print();
if (values.json) writeFileSync(values.json, JSON.stringify({ figures }, null, 2));

/** New words every time: nothing rendered or signed before helps. */
async function oneDispatch(): Promise<Times> {
  const times: Times = { render: 0, prepare: 0, key: 0, finish: 0 };
  const document = { ...freshDispatch(1), number: undefined, date: undefined };
  const at = new Date();
  const { pdf } = await timed(times, 'render', () => renderDispatch(document, { fields: true }));
  const signer = { signer: 'Trần Thị Minh Hạnh', signedAt: at, image: images.signature };
  const one = await timed(times, 'prepare', () => preparePerson(pdf, signer));
  const signed = await complete(times, one, person);
  const seal = { agency: AGENCY, sealedAt: at, image: images.seal, numberAndDate: NUMBER };
  const two = await timed(times, 'prepare', () => prepareSeal(signed, seal));
  await complete(times, two, agency);
  return times;
}

async function complete(times: Times, open: OpenSignature, key: KeyHolder): Promise<Buffer> {
  const bytes = await timed(times, 'finish', () => toBeSigned(open, key));
  const signature = await timed(times, 'key', () => key.sign(bytes));
  return timed(times, 'finish', () => finish(open, key, signature));
}

async function timed<Result>(
  times: Times,
  step: Step,
  act: () => Result | Promise<Result>,
): Promise<Result> {
  const taken = processorTime();
  const result = await act();
  times[step] += taken();
  return result;
}

/** Processor time from now on, all threads: a machine busy with other work does not lengthen it. */
function processorTime(): () => number {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
}

function holder(purpose: 'person' | 'agency', name: string): Promise<KeyHolder> {
  return authority.holder({ purpose, name, organisation: AGENCY });
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

function print(): void {
  console.table(
    figures.map(({ name, unit, median: value, ratio, against }) => ({
      figure: name,
      median: `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`,
      ratio: ratio === undefined ? '' : `${ratio.toFixed(2)} × ${against}`,
    })),
  );
}
