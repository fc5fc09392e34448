import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../platform/process/package-root.ts';

export const readText = (path: string): string =>
  readFileSync(join(packageRoot, 'src/dev/sample', path), 'utf8');

/** A CSV of a sample, its first line the names of its columns. */
export const readRows = <T>(path: string): T[] =>
  parse(readText(path), { bom: true, columns: true, skip_empty_lines: true }) as T[];

/** The administrative name in the middle of a sentence: `Huyện Vũ Thư` becomes `huyện Vũ Thư`. */
export const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
