import { argumentsOf } from './arguments.ts';
import type { Sample } from './sample/sample.ts';
import { sampleNamed } from './sample/samples.ts';

const NOT_RUN = 2;

/** What `--sample` names; a name that is none ends the command. */
export function sampleOr(key: string | undefined): Sample | undefined {
  if (key === undefined) return undefined;
  const found = sampleNamed(key);
  if (!('fault' in found)) return found;
  console.error(found.fault);
  process.exit(NOT_RUN);
}

/** Of a command that takes nothing else. */
export const sampleAsked = (): Sample | undefined =>
  sampleOr(argumentsOf({ sample: { type: 'string' } }).sample);
