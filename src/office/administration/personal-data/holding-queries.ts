import type { EntityManager } from 'typeorm';
import type { Holding } from './holding.ts';
import { digitsOf } from './holding-sql.ts';

/** Of whom, by whom. Whatever is absent finds nobody. */
export interface Asked {
  officeId: string;
  accountId?: string;
  name?: string;
  post?: string;
  email?: string;
  telephone?: string;
  /** Account that asks: content of dispatches kept to few is for their readers. */
  readerId?: string;
}

export interface Found {
  /** Rows that erasing takes or empties. */
  erasable: number;
  staying: number;
  oldest: Date | null;
  /** SHA-256 of all these rows. */
  digest: string;
}

/** SQL: `asked`, one row; its values are `valuesOf`. */
const ASKED = `(SELECT $1::uuid AS office, $2::uuid AS account, $3::text AS name, $4::text AS post,
  $5::text AS email, $6::text AS telephone, nullif(${digitsOf('$6::text')}, '') AS digits,
  $7::uuid AS reader) asked`;

const valuesOf = (asked: Asked): (string | null)[] =>
  [
    asked.officeId,
    asked.accountId,
    asked.name,
    asked.post,
    asked.email,
    asked.telephone,
    asked.readerId,
  ].map((value) => value ?? null);

const rowsOf = ({ table, via = '', office, only = 'true' }: Holding, condition: string): string =>
  `FROM ${ASKED} CROSS JOIN ${table} held ${via}
   WHERE ${office} = asked.office AND (${only}) AND (${condition})`;

/** SQL: which rows are a person's; none where nobody can be found. */
const matching = ({ match }: Holding): string =>
  Object.values(match)
    .map((condition) => `coalesce(${condition}, false)`)
    .join(' OR ') || 'false';

const staying = ({ erasure, keptWhen }: Holding): string =>
  erasure.way === 'keep' ? 'true' : `coalesce(${keptWhen?.condition ?? 'false'}, false)`;

/** SQL: whether erasing would still take something. */
const isChange = ({ erasure }: Holding): string => {
  if (erasure.way !== 'replace') return 'true';
  const set = Object.entries(erasure.set);
  const columns = set.map(([column]) => `held.${column}`).join(', ');
  const values = set.map(([, value]) => value).join(', ');
  return `(${columns}) IS DISTINCT FROM (${values})`;
};

/** SQL: what is kept of a person: not what was emptied before, which tells nothing any more. */
const stillHeld = (holding: Holding): string =>
  `(${matching(holding)}) AND (${staying(holding)} OR ${isChange(holding)})`;

/** How many rows an office has, and since when. */
export async function countHeld(
  manager: EntityManager,
  holding: Holding,
  asked: Asked,
): Promise<{ rows: number; oldest: Date | null }> {
  const [counted] = await manager.query<{ rows: number; oldest: Date | null }[]>(
    `SELECT count(*)::integer AS rows, min(${holding.at ?? 'NULL::timestamptz'}) AS oldest
     ${rowsOf(holding, 'true')}`,
    valuesOf(asked),
  );
  return counted!;
}

export async function findHeld(
  manager: EntityManager,
  holding: Holding,
  asked: Asked,
): Promise<Found> {
  const stays = staying(holding);
  const [found] = await manager.query<Found[]>(
    `SELECT count(*) FILTER (WHERE NOT ${stays})::integer AS erasable,
            count(*) FILTER (WHERE ${stays})::integer AS staying,
            min(${holding.at ?? 'NULL::timestamptz'}) AS oldest,
            encode(sha256(convert_to(
              coalesce(string_agg(held::text, E'\\n' ORDER BY held::text), ''), 'UTF8')), 'hex') AS digest
     ${rowsOf(holding, stillHeld(holding))}`,
    valuesOf(asked),
  );
  return found!;
}

/** What a person is told of so many rows, the oldest first. */
export async function readHeld(
  manager: EntityManager,
  holding: Holding,
  asked: Asked,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Record<string, unknown>[]> {
  const shown = Object.entries(holding.shown).map(([label, value]) => `'${label}', ${value}`);
  const rows = await manager.query<{ said: Record<string, unknown> }[]>(
    `SELECT jsonb_build_object(${shown.join(', ')}) AS said
     ${rowsOf(holding, stillHeld(holding))}
     ORDER BY ${holding.at ?? 'held.ctid'}, held.ctid LIMIT ${limit} OFFSET ${offset}`,
    valuesOf(asked),
  );
  // jsonb has an order of its own; people read in ours.
  const labels = Object.keys(holding.shown);
  return rows.map(({ said }) => Object.fromEntries(labels.map((label) => [label, said[label]])));
}

/** Erases what is a person's and need not stay. The number of rows. */
export const eraseHeld = (
  manager: EntityManager,
  holding: Holding,
  asked: Asked,
): Promise<number> => erase(manager, holding, asked, matching(holding));

/** Erases what is older than the office's period. The number of rows. */
export const eraseAged = (
  manager: EntityManager,
  holding: Holding,
  officeId: string,
  months: number,
): Promise<number> =>
  erase(
    manager,
    holding,
    { officeId },
    `${holding.ageing!.from} < now() - make_interval(months => ${Math.trunc(months)})`,
  );

async function erase(
  manager: EntityManager,
  holding: Holding,
  asked: Asked,
  condition: string,
): Promise<number> {
  const { erasure, table } = holding;
  if (erasure.way === 'keep' || !holding.office) return 0;
  const set = erasure.way === 'replace' ? Object.entries(erasure.set) : [];
  const chosen = `SELECT held.ctid ${rowsOf(holding, condition)}
    AND NOT ${staying(holding)} AND ${isChange(holding)} FOR UPDATE OF held`;
  const [, count] = await manager.query<[unknown, number]>(
    set.length > 0
      ? `UPDATE ${table} held SET ${set.map(([column, value]) => `${column} = ${value}`).join(', ')}
         FROM ${ASKED} WHERE held.ctid IN (${chosen})`
      : `DELETE FROM ${table} held WHERE held.ctid IN (${chosen})`,
    valuesOf(asked),
  );
  return count;
}
