import type { Client } from 'pg';

export interface Table {
  name: string;
  /** Those that are stored, not generated. */
  columns: string[];
}

/** Sessions, tries and what waits for an answer: worth nothing a minute later. The queue is rebuilt from the rows. */
const FLEETING = ['sessions', 'tries', 'passkey_challenges', 'migrations', 'computed_files'];

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** All tables worth keeping, each after those it refers to. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [FLEETING],
  );
  const { rows: references } = await client.query<{ child: string; parent: string }>(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
       AND conrelid <> confrelid AND NOT condeferrable`,
  );
  const ordered: Table[] = [];
  const has = (name: string) => ordered.some((table) => table.name === name);
  const isKept = (name: string) => tables.some((table) => table.name === name);
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name }) =>
        !has(name) &&
        references.every(({ child, parent }) => child !== name || has(parent) || !isKept(parent)),
    );
    if (!next) throw new Error('Tables refer to each other in a circle.');
    ordered.push(next);
  }
  return ordered;
}

/** The migrations that made this database, from the baseline on, the oldest first. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM migrations WHERE timestamp >= 1764000000212 ORDER BY timestamp',
  );
  return rows.map(({ name }) => name);
}
