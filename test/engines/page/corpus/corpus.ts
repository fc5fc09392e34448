import type { CorpusEntry } from './build.ts';
import { LETTERS } from './letters.ts';
import { TEXTS } from './texts.ts';
import { TYPES } from './types.ts';

export const CORPUS: CorpusEntry[] = [...LETTERS, ...TEXTS, ...TYPES];
