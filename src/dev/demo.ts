import { resolve } from 'node:path';
import { argumentsOf } from './arguments.ts';
import { inWords } from '../platform/config/in-words.ts';
import { runDemo } from './demo/run-demo.ts';

const MAX_RECIPIENTS = 20_000;

const values = argumentsOf({
  out: { type: 'string', default: 'out' },
  recipients: { type: 'string' },
  database: { type: 'string' },
});
const recipients = values.recipients === undefined ? undefined : Number(values.recipients);
if (recipients !== undefined && !(Number.isInteger(recipients) && recipients <= MAX_RECIPIENTS)) {
  console.error(`--recipients là một số nguyên, nhiều nhất ${MAX_RECIPIENTS}.`);
  process.exit(2);
}
try {
  process.exitCode = (await runDemo(resolve(values.out), recipients, values.database)) ? 0 : 1;
} catch (error) {
  console.error(inWords(error));
  process.exitCode = 1;
}
