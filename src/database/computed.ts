import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';

/** What the database computes, in the order in which it is applied: each file uses those before it. */
const FILES = [
  'append-only',
  'office-head',
  'journal',
  'dispatch-words',
  'reading',
  'recipient-status',
  'standings',
  'counting',
  'recipient-facts',
] as const;

/** After a change of one of these, copies and counts are made anew. */
const DECIDES_STANDINGS = new Set<string>(['recipient-status', 'standings']);

/** Views cannot be replaced when a column goes, so all of them are made anew, last ones first. */
const VIEWS = [
  'restricted_readers',
  'reply_counts',
  'week_counts',
  'agency_counts',
  'dispatch_counts',
  'recipient_standings',
  'recipient_status',
];

/** Views that builds before the baseline had under other names. */
const FORMER_VIEWS = ['reply_states', 'recipient_states'];

/** For a migration that changes the type of a column that a view may show; they are made anew after it. */
export const DROP_VIEWS = `DROP VIEW IF EXISTS ${[...VIEWS, ...FORMER_VIEWS].join(', ')}`;

/**
 * Functions, views and triggers as `computed/*.sql` say, applied in one transaction whenever a file
 * or a migration is new. Expects the tables to be up to date.
 */
export async function applyComputed(client: ClientBase, isMigrated: boolean): Promise<void> {
  const files = await Promise.all(
    FILES.map(async (name) => {
      const sql = await readFile(new URL(`computed/${name}.sql`, import.meta.url), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
  await client.query(`CREATE TABLE IF NOT EXISTS computed_files (
    name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM computed_files',
  );
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  const isNew = ({ name, sha256 }: { name: string; sha256: string }) =>
    applied.get(name) !== sha256;
  if (!isMigrated && !files.some(isNew) && (await hasViews(client))) return;
  await client.query('BEGIN');
  try {
    await client.query(DROP_VIEWS);
    for (const { sql } of files) await client.query(sql);
    for (const { name, sha256 } of files.filter(isNew)) {
      await client.query(
        `INSERT INTO computed_files (name, sha256) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, applied_at = now()`,
        [name, sha256],
      );
    }
    if (files.some((file) => DECIDES_STANDINGS.has(file.name) && isNew(file))) {
      await client.query('SELECT recount_everything()');
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** A migration that dropped them may have been the last thing that a process did. */
async function hasViews(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    'SELECT count(*) = $2 AS there FROM pg_views WHERE schemaname = current_schema() AND viewname = ANY ($1)',
    [VIEWS, VIEWS.length],
  );
  return rows[0]!.there;
}
