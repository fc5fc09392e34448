import { argumentsOf } from '../arguments.ts';
import { runChaos, type ChaosOptions } from './chaos/run-chaos.ts';

const values = argumentsOf({
  recipients: { type: 'string', default: '5000' },
  kills: { type: 'string', default: '24' },
  seconds: { type: 'string', default: '300' },
  queue: { type: 'string', default: 'postgres,redis' },
});
for (const queue of values.queue.split(',') as ChaosOptions['queue'][]) {
  const result = await runChaos({
    queue,
    recipients: Number(values.recipients),
    kills: Number(values.kills),
    seconds: Number(values.seconds),
    say: (line) => console.log(`  ${line}`),
  });
  const { lost, repeated, mayRepeat, contradictions, kills, ...figures } = result;
  const found = { lost, repeated, mayRepeat, contradictions: contradictions.length };
  console.table({ queue, ...found, ...figures });
  console.log(kills);
  for (const sentence of contradictions.slice(0, 20)) console.error(sentence);
  if (lost > 0 || repeated > mayRepeat || contradictions.length > 0) process.exitCode = 1;
}
