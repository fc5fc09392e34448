import type { FactName } from './kinds.ts';

export interface FactFault {
  name: FactName;
  key: string;
  /** What a person knows the row by; absent when the row is gone. */
  label: string | null;
  kind: 'changed' | 'removed' | 'not-in-journal' | 'contradicted';
  /** Columns that differ. */
  fields: string[];
  /** Position of the entry that holds what is true. */
  position: number | null;
}

export interface FactReport {
  /** Facts that were compared. */
  facts: number;
  /** All that differ; `faults` has the first of each kind. */
  differing: number;
  faults: FactFault[];
}
