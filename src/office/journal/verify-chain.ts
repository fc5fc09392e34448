import type { EntityManager } from 'typeorm';
import { hashOf, lineOf, NOTHING_BEFORE, type ChainedEntry } from './chain.ts';
import { digestOf } from './person.ts';
import type { Head, Break, ChainReport } from './chain-report.ts';

const BATCH = 5_000;

type Row = ChainedEntry & {
  hash: string;
  person: string | null;
  salt: string | null;
  name: string | null;
  post: string | null;
  address: string | null;
};

export const nothingOf = (office: string): ChainReport => ({
  office,
  entries: 0,
  head: { office, position: 0, hash: NOTHING_BEFORE },
  erased: 0,
  broken: undefined,
  compared: undefined,
});

export async function verifyChain(
  manager: EntityManager,
  officeId: string,
  code: string,
  kept: Head[],
): Promise<ChainReport> {
  const report = nothingOf(code);
  for (;;) {
    const rows = await linked(manager, officeId, report.head.position);
    for (const row of rows) {
      report.broken ??= await breakAt(manager, officeId, report.head, row);
      if (report.broken) return report;
      report.head = { office: code, position: Number(row.position), hash: row.hash };
      report.entries += 1;
      if (row.person !== null && row.salt === null) report.erased += 1;
      if (kept.some(({ position, hash }) => position === report.entries && hash !== row.hash)) {
        report.broken = { position: report.entries, entryId: row.id, kind: 'forged' };
        return report;
      }
    }
    if (rows.length < BATCH) break;
  }
  report.broken = cutOff(report, kept) ?? (await unlinked(manager, officeId));
  return report;
}

/** Links and their entries after a position; an entry that is gone has no `id`. */
function linked(manager: EntityManager, officeId: string, after: number): Promise<Row[]> {
  return manager.query<Row[]>(
    `SELECT link.position::text AS position, link.hash, entry.id::text AS id,
            to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
            entry.office_id AS "officeId", entry.account_id AS "accountId", entry.verb,
            entry.subject_id AS "subjectId", entry.details::text AS details,
            entry.details->>'person' AS person,
            person.salt, person.name, person.post, person.address
     FROM journal_links link
     LEFT JOIN journal_entries entry ON entry.id = link.entry_id
     LEFT JOIN journal_people person ON person.entry_id = entry.id
     WHERE link.office_id = $1 AND link.position > $2
     ORDER BY link.position LIMIT ${BATCH}`,
    [officeId, after],
  );
}

async function breakAt(
  manager: EntityManager,
  officeId: string,
  head: Head,
  row: Row,
): Promise<Break | undefined> {
  const position = head.position + 1;
  const at = { position, entryId: row.id };
  if (Number(row.position) !== position) return { position, entryId: null, kind: 'removed' };
  if (row.id === null) return { ...at, kind: 'removed' };
  if (hashOf(head.hash, lineOf(row)) !== row.hash) {
    const isElsewhere = await standsElsewhere(manager, officeId, head);
    return { ...at, kind: isElsewhere ? 'moved' : 'changed' };
  }
  if (row.salt !== null && digestOf(row.salt, row) !== row.person) {
    return { ...at, kind: 'person-changed' };
  }
  return undefined;
}

/** Whether a later link carries the hash that belongs right after `head`: something was put before it. */
async function standsElsewhere(
  manager: EntityManager,
  officeId: string,
  head: Head,
): Promise<boolean> {
  const position = String(head.position + 1);
  for (let after = head.position; ; after += BATCH) {
    const rows = await linked(manager, officeId, after);
    if (rows.some((row) => hashOf(head.hash, lineOf({ ...row, position })) === row.hash)) {
      return true;
    }
    if (rows.length < BATCH) return false;
  }
}

/** The end is missing: nothing in what is left says so, a head that was kept does. */
function cutOff({ entries }: ChainReport, kept: Head[]): Break | undefined {
  const isShort = kept.some(({ position }) => position > entries);
  return isShort ? { position: entries + 1, entryId: null, kind: 'removed' } : undefined;
}

async function unlinked(manager: EntityManager, officeId: string): Promise<Break | undefined> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT id::text AS id FROM journal_entries entry
     WHERE office_id = $1
       AND NOT EXISTS (SELECT 1 FROM journal_links WHERE entry_id = entry.id)
     ORDER BY entry.id LIMIT 1`,
    [officeId],
  );
  return row && { position: null, entryId: row.id, kind: 'inserted' };
}
