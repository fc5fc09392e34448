import type { EntityManager } from 'typeorm';
import { columnsOf, FACTS, valuesOf, type FactKind, type FactName } from './kinds.ts';

/** All rows of a kind whose `column` is `value`. */
export type FactRef = readonly [name: FactName, column: string, value: string];

/** By kind and key: the seal of what the row says now, SHA-256 and then the beginning of that of each value by the order of columns. */
export type Seals = Record<string, Record<string, string>>;

/** An entry that holds nothing but seals. */
export const KEPT = 'kept';
const IN_ONE_ENTRY = 500;

/**
 * SQL: rows of `source` with key, seal and where they belong. Each value is written as jsonb would once
 * (OFFSET) and hashed twice, in its body and alone: jsonb that is made and taken apart, or a function that
 * does it, take half as long again, and issuing to thousands waits for it.
 */
export function sealedRows(name: FactName, source: string = name, condition = 'true'): string {
  const { via, shared = [] }: FactKind = FACTS[name];
  if (shared.length > 0 && source === name && condition !== 'true') {
    return sealedTogether(name, shared, condition);
  }
  return `SELECT ${placeOf(name)}, ${sealOf(name)} AS seal
          FROM ${source} fact ${via}
          CROSS JOIN LATERAL (SELECT ${written(name, columnsOf(name))} OFFSET 0) said
          WHERE ${condition}`;
}

/** The same, where what many rows share is written and hashed once for all of them. */
function sealedTogether(name: FactName, shared: string[], condition: string): string {
  const { via }: FactKind = FACTS[name];
  const own = columnsOf(name).filter((column) => !shared.includes(column));
  const pieces = shared.map((column) => `${pieceOf(column)} AS piece_of_${column}`);
  const groups = `
    SELECT array_agg(fact) AS rows, ${written(name, shared)} FROM ${name} fact WHERE ${condition}
    GROUP BY ${shared.map((column) => `fact.${column}`).join(', ')} OFFSET 0`;
  return `SELECT key, office_id, subject_id, label, is_settled, ${sealOf(name, shared)} AS seal
          FROM (SELECT shared.*, ${placeOf(name)}, ${written(name, own)}
                FROM (SELECT *, ${pieces.join(', ')} FROM (${groups}) said OFFSET 0) shared
                CROSS JOIN LATERAL unnest(shared.rows) fact ${via} OFFSET 0) said`;
}

function placeOf(name: FactName): string {
  const { key, subject, office, label, settled = 'true' }: FactKind = FACTS[name];
  return `${key}::text AS key, ${office} AS office_id, ${subject} AS subject_id, ${label} AS label,
          ${settled} AS is_settled`;
}

/** SQL: values as the text of jsonb. */
const written = (name: FactName, columns: string[]) =>
  valuesOf(name)
    .filter(([column]) => columns.includes(column))
    .map(([column, value]) => `coalesce(to_jsonb(${value})::text, 'null') AS text_of_${column}`)
    .join(', ');

/** SQL: the seal of what is written; `shared` columns have their pieces already. */
function sealOf(name: FactName, shared: string[] = []): string {
  const pieces = columnsOf(name)
    .toSorted()
    .map((column) => (shared.includes(column) ? `said.piece_of_${column}` : pieceOf(column)));
  return `encode(${[sha256(bodyText(name)), ...pieces].join(' || ')}, 'hex')`;
}

const pieceOf = (column: string) => `substr(${sha256(`said.text_of_${column}`)}, 1, 2)`;

/** SQL: the text of the jsonb that `bodyOf` makes; its keys stand by length, then by letter. */
function bodyText(name: FactName): string {
  const keys = columnsOf(name).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const parts = keys.map(
    (column, at) => `'${at > 0 ? ', ' : '{'}"${column}": ', said.text_of_${column}`,
  );
  return `concat(${parts.join(', ')}, '}')`;
}

const sha256 = (text: string) => `sha256(convert_to(${text}, 'UTF8'))`;

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
    FROM (SELECT row.*, (row_number() OVER (PARTITION BY subject_id) - 1) / ${IN_ONE_ENTRY} AS part
          FROM (${sealedRows(name, source, condition)}) row WHERE is_settled) numbered
    GROUP BY office_id, subject_id, part ORDER BY office_id, subject_id, part`;
}

export async function keepFacts(manager: EntityManager, refs: readonly FactRef[]): Promise<void> {
  for (const [name, column, value] of refs) {
    await manager.query(keepSeals(name, name, `fact.${column} = $1`), [value]);
  }
}
