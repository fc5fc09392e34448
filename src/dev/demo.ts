import { resolve } from 'node:path';
import { argumentsOf } from './arguments.ts';
import { SAMPLES } from './sample/samples.ts';
import { sampleOr } from './sample-asked.ts';
import { inWords } from '../platform/config/in-words.ts';
import { runDemo } from './demo/run-demo.ts';

const MAX_RECIPIENTS = 20_000;

const values = argumentsOf({
  out: { type: 'string', default: 'out' },
  recipients: { type: 'string' },
  database: { type: 'string' },
  sample: { type: 'string' },
});
const recipients = values.recipients === undefined ? undefined : Number(values.recipients);
if (recipients !== undefined && !(Number.isInteger(recipients) && recipients <= MAX_RECIPIENTS)) {
  console.error(`--recipients là một số nguyên, nhiều nhất ${MAX_RECIPIENTS}.`);
  process.exit(2);
}
const sample = sampleOr(values.sample) ?? SAMPLES[0];
const { database: databaseUrl } = values;
try {
  const isWell = await runDemo({ out: resolve(values.out), sample, recipients, databaseUrl });
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  console.error(inWords(error));
  process.exitCode = 1;
}
