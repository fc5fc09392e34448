import type { Sample } from './sample.ts';
import { folderOf, SAMPLES } from './samples.ts';

/** Lines that say which sample is open, and how each other is opened beside it. */
export function openSamples(open: Sample | undefined, env: NodeJS.ProcessEnv): string[] {
  const others = SAMPLES.filter((sample) => sample !== open);
  return [
    open ? `  Cơ quan mẫu đang mở: ${open.title}` : '  Cơ quan đang mở không phải cơ quan mẫu.',
    ...others.map((sample) => `  Mở ${sample.title}:\n    ${command(sample, env)}`),
  ];
}

/** As it can be pasted: what the environment names is this one's, so the other gets its own. */
function command(sample: Sample, env: NodeJS.ProcessEnv): string {
  const named = sample === SAMPLES[0] ? 'npm start' : `npm start -- --sample ${sample.key}`;
  const folder = env.DATA_DIR === undefined ? '' : `DATA_DIR=${folderOf(sample)} `;
  const database = env.DATABASE_URL === undefined ? '' : 'DATABASE_URL= ';
  return `${database}${folder}${named}`;
}
