import type { Holding } from './holding.ts';
import { DIRECTORY } from './holdings/directory.ts';
import { JOURNAL } from './holdings/journal.ts';
import { PEOPLE } from './holdings/people.ts';
import { RECIPIENTS } from './holdings/recipients.ts';
import { TEXTS } from './holdings/texts.ts';

/** All that is kept of persons. A column that is neither here nor in `not-personal.ts` fails a test. */
export const HOLDINGS: readonly Holding[] = [
  ...PEOPLE,
  ...JOURNAL,
  ...RECIPIENTS,
  ...DIRECTORY,
  ...TEXTS,
];
