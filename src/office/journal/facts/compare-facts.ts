import type { FactFault, FactReport } from './fact-report.ts';
import type { EntityManager } from 'typeorm';
import { compareStates } from './compare-states.ts';
import { columnsOf, FACT_NAMES, type FactName } from './kinds.ts';
import { sealedRows } from './seal-facts.ts';

const HASH_LENGTH = 64;
const SHOWN = 100;

/** Compares the facts of an office with the last seal that its journal holds of each. */
export async function compareFacts(manager: EntityManager, officeId: string): Promise<FactReport> {
  const report: FactReport = { facts: 0, differing: 0, faults: [] };
  for (const name of FACT_NAMES) {
    const [counts] = await manager.query<{ facts: number; differing: number }[]>(
      `SELECT count(*) FILTER (WHERE ${COMPARED})::int AS facts, count(*) FILTER (WHERE ${DIFFERS})::int AS differing
       FROM (${compared(name)}) both_sides`,
      [officeId],
    );
    report.facts += counts!.facts;
    report.differing += counts!.differing;
    if (counts!.differing > 0) report.faults.push(...(await faultsOf(manager, name, officeId)));
  }
  const states = await compareStates(manager, officeId, SHOWN);
  report.differing += states.differing;
  report.faults.push(...states.faults);
  return report;
}

/** `$1` is the office. */
const compared = (name: FactName) => `
  SELECT key, own.label, own.seal AS now, said.seal AS said, said.position::int AS position,
         coalesce(own.is_settled, true) AS is_settled
  FROM (SELECT DISTINCT ON (seals.key) seals.key, seals.value AS seal, link.position
        FROM journal_entries entry JOIN journal_links link ON link.entry_id = entry.id
        CROSS JOIN LATERAL jsonb_each_text(entry.details->'facts'->'${name}') seals
        WHERE entry.office_id = $1 AND entry.details->'facts' ? '${name}'
        ORDER BY seals.key, link.position DESC) said
  FULL JOIN (SELECT * FROM (${sealedRows(name)}) every WHERE office_id = $1) own USING (key)`;

/** A row that is not settled yet need not be known; what is known holds. */
const COMPARED = '(is_settled OR said IS NOT NULL)';
const DIFFERS = `now IS DISTINCT FROM said AND ${COMPARED}`;

interface Row {
  key: string;
  label: string | null;
  now: string | null;
  said: string | null;
  position: number | null;
}

async function faultsOf(
  manager: EntityManager,
  name: FactName,
  officeId: string,
): Promise<FactFault[]> {
  const rows = await manager.query<Row[]>(
    `SELECT key, label, now, said, position FROM (${compared(name)}) both_sides
     WHERE ${DIFFERS} ORDER BY label, key LIMIT ${SHOWN}`,
    [officeId],
  );
  return rows.map(({ now, said, ...row }) => ({
    ...row,
    name,
    kind: now === null ? 'removed' : said === null ? 'not-in-journal' : 'changed',
    fields: now && said ? differing(name, said, now) : [],
  }));
}

/** Columns stand in a seal by the order of their names. */
function differing(name: FactName, said: string, now: string): string[] {
  const piece = (seal: string, at: number) => seal.slice(HASH_LENGTH + 4 * at).slice(0, 4);
  return columnsOf(name)
    .toSorted()
    .filter((_, at) => piece(said, at) !== piece(now, at));
}
