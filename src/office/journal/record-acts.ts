import type { EntityManager } from 'typeorm';
import type { JsonRow } from '../../platform/postgres/from-json.ts';
import type { FactName } from './facts/kinds.ts';
import { sealedRows } from './facts/seal-facts.ts';
import type { Presence } from './person.ts';

/** What somebody without an account did: one row that says it, and one entry. */
export interface Act {
  officeId: string;
  subjectId: string;
  /** The key of the row, as its kind of fact has it (`facts/kinds.ts`). */
  key: string;
  /** By column; all acts of one call have the same. */
  row: JsonRow;
  details: Record<string, unknown>;
  presence: Presence;
}

/**
 * Writes rows and their entries in one statement. Entries of one office follow one another, so that
 * transactions take the locks of several offices in one order. Returns the rows as `to_jsonb` has them.
 */
export async function recordActs(
  manager: EntityManager,
  verb: string,
  name: FactName,
  acts: readonly Act[],
): Promise<JsonRow[]> {
  if (acts.length === 0) return [];
  const columns = Object.keys(acts[0]!.row);
  const values = acts.map(({ officeId, subjectId, key, row, details, presence }) => {
    const { digest, ...beside } = presence;
    return {
      key,
      said: row,
      office_id: officeId,
      subject_id: subjectId,
      details: { ...details, ...digest },
      ...beside,
    };
  });
  const written = await manager.query<{ said: JsonRow }[]>(
    `WITH acts AS MATERIALIZED (
       SELECT act.*, nextval(pg_get_serial_sequence('journal_entries', 'id')) AS entry_id
       FROM jsonb_to_recordset($1::jsonb) act(
         key text, said jsonb, office_id uuid, subject_id uuid, details jsonb,
         salt text, name text, post text, address text)
     ), written AS (
       INSERT INTO ${name} (${columns.join(', ')})
       SELECT ${columns.map((column) => `(row).${column}`).join(', ')}
       FROM (SELECT jsonb_populate_record(NULL::${name}, said) AS row FROM acts OFFSET 0) acts
       RETURNING *
     ), sealed AS (
       SELECT key, seal FROM (${sealedRows(name, 'written')}) row
     ), entries AS (
       INSERT INTO journal_entries (id, office_id, verb, subject_id, details)
       OVERRIDING SYSTEM VALUE
       SELECT entry_id, office_id, $2, subject_id,
              details || jsonb_build_object('facts', jsonb_build_object('${name}', jsonb_build_object(key, seal)))
       FROM acts JOIN sealed USING (key) ORDER BY office_id, entry_id
     ), people AS (
       INSERT INTO journal_people (entry_id, salt, name, post, address)
       SELECT entry_id, salt, name, post, address FROM acts WHERE salt IS NOT NULL
     )
     SELECT to_jsonb(written) AS said FROM written`,
    [JSON.stringify(values), verb],
  );
  return written.map(({ said }) => said);
}
