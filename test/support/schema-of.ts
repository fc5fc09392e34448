import { Client } from 'pg';

/** Everything a database of ours is made of, as PostgreSQL itself words it. */
const OBJECTS = `
  SELECT 'function ' || proname AS name, pg_get_functiondef(p.oid) AS definition
  FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND deptype = 'e')
  UNION ALL
  SELECT 'view ' || relname, pg_get_viewdef(oid) FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
  UNION ALL
  SELECT format('trigger %s on %s', tgname, tgrelid::regclass), pg_get_triggerdef(t.oid)
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
  WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
  UNION ALL
  SELECT format('column %s.%s', relname, attname),
         format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
         || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '')
  FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
  LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT format('constraint %s on %s', conname, conrelid::regclass), pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'c')
  UNION ALL
  SELECT 'index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
  FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE relnamespace = 'public'::regnamespace`;

/** Definitions by name, of functions, views, triggers, columns, constraints and indexes. */
export async function schemaOf(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(OBJECTS);
    return Object.fromEntries(
      rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((row) => [row.name, row.definition]),
    );
  } finally {
    await client.end();
  }
}
