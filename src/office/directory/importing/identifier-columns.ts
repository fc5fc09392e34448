import type { Scheme } from '../identifiers/schemes.ts';

/** The columns of a list of agencies that hold codes of other systems. */
export const IDENTIFIER_COLUMNS = [
  ['identifier', 'organisation'],
  ['old_identifier', 'former'],
  ['unit_code', 'unit'],
] as const satisfies [string, Scheme][];
