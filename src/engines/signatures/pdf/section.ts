import { Dictionary } from './objects.ts';
import type { Entry } from './cross-reference-stream.ts';

/** One saving of the file: its own table of objects, its trailer, and where its bytes end. */
export interface Section {
  start: number;
  /** First byte after `%%EOF`. */
  mark: number;
  /** First byte after `%%EOF` and its line end: the length of the file when this revision was the newest. */
  end: number;
  entries: Map<number, Entry>;
  /** Of a table the trailer, of a stream its dictionary. */
  trailer: Dictionary;
  isStream: boolean;
  /** The stream that a hybrid file keeps beside its table (ISO 32000-1, 7.5.8.4). */
  beside?: { offset: number; end: number };
  /** Of a linearised file, whose first saving has two tables: what it says of itself, and its main table. */
  linearisation?: Linearisation & { main: number };
}

/** What a file arranged for slow connections says of itself, in the first object of all (ISO 32000-1, F.3.3). */
export interface Linearisation {
  parameters: Dictionary;
  /** Where the table of the first page's objects stands: right behind. */
  table: number;
}
