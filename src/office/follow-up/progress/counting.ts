import { RECIPIENT_STATES } from '../../recipient-words.ts';
import { type Counts } from './tracking.schemas.ts';

/** SQL over a row `row` of `recipient_standings` or of a view of counts: its receipt is owed and late. */
export const lateIn = (row: string): string =>
  `is_late(${row}.owes_receipt, ${row}.acknowledge_by)`;

/** The same where only one such row is in sight. */
export const LATE = 'is_late(owes_receipt, acknowledge_by)';

const sumWhere = (condition: string) =>
  `coalesce(sum(count) FILTER (WHERE ${condition}), 0)::integer`;

/** One object of counts over rows of `dispatch_counts`; the states always add up to `total`. */
export const COUNTS = `json_build_object(
  ${RECIPIENT_STATES.map((state) => `'${state}', ${sumWhere(`state = '${state}'`)}`).join(',\n  ')},
  'late', ${sumWhere(LATE)},
  'punctual', ${sumWhere('is_punctual')},
  'total', coalesce(sum(count), 0)::integer)`;

export function sumOf(all: Counts[]): Counts {
  const total = { late: 0, punctual: 0, total: 0 } as Counts;
  for (const state of RECIPIENT_STATES) total[state] = 0;
  for (const counts of all) {
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  }
  return total;
}
