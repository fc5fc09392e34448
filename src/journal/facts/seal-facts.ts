import type { EntityManager } from 'typeorm';
import { bodyOf, columnsOf, FACTS, type FactKind, type FactName } from './kinds.ts';

/** All rows of a kind whose `column` is `value`. */
export type FactRef = readonly [name: FactName, column: string, value: string];

/** By kind and key: the seal of what the row says now, SHA-256 and then the beginning of that of each value by the order of columns. */
export type Seals = Record<string, Record<string, string>>;

/** An entry that holds nothing but seals. */
export const KEPT = 'kept';
const IN_ONE_ENTRY = 500;

/**
 * SQL: rows of `source` with key, seal and where they belong. Written out for each column, and the body
 * computed once (OFFSET): a function that takes it apart doubles the time of issuing to thousands.
 */
export function sealedRows(name: FactName, source: string = name, condition = 'true'): string {
  const { key, via, subject, office, label, settled = 'true' }: FactKind = FACTS[name];
  const pieces = columnsOf(name)
    .toSorted()
    .map((column) => `left(${sha256(`(said.body -> '${column}')::text`)}, 4)`);
  return `SELECT ${key}::text AS key, ${sha256('said.body::text')} || ${pieces.join(' || ')} AS seal,
                 ${office} AS office_id, ${subject} AS subject_id, ${label} AS label,
                 ${settled} AS is_settled
          FROM ${source} fact ${via}
          CROSS JOIN LATERAL (SELECT ${bodyOf(name)} AS body OFFSET 0) said WHERE ${condition}`;
}

const sha256 = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/** Seals of rows that the transaction of `manager` has written, for the details of its entry. */
export async function sealsOf(manager: EntityManager, refs: readonly FactRef[]): Promise<Seals> {
  const seals: Seals = {};
  for (const [name, column, value] of refs) {
    const rows = await manager.query<{ key: string; seal: string }[]>(
      `SELECT key, seal FROM (${sealedRows(name, name, `fact.${column} = $1`)}) row`,
      [value],
    );
    const own = (seals[name] ??= {});
    for (const { key, seal } of rows) own[key] = seal;
  }
  return seals;
}

/**
 * SQL: writes down the seals of the rows of `source` (a table, or what a part of the same statement
 * returns) in entries of their own. Those of one office follow one another, so that transactions take
 * the locks of several offices in one order.
 */
export function keepSeals(name: FactName, source: string = name, condition = 'true'): string {
  return `
    INSERT INTO journal_entries (office_id, verb, subject_id, details)
    SELECT office_id, '${KEPT}', subject_id,
           jsonb_build_object('facts', jsonb_build_object('${name}', jsonb_object_agg(key, seal)))
    FROM (SELECT row.*, (row_number() OVER (PARTITION BY subject_id ORDER BY key) - 1)
                        / ${IN_ONE_ENTRY} AS part
          FROM (${sealedRows(name, source, condition)}) row WHERE is_settled) numbered
    GROUP BY office_id, subject_id, part ORDER BY office_id, subject_id, part`;
}

export async function keepFacts(manager: EntityManager, refs: readonly FactRef[]): Promise<void> {
  for (const [name, column, value] of refs) {
    await manager.query(keepSeals(name, name, `fact.${column} = $1`), [value]);
  }
}
