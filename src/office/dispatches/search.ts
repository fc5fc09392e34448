import type { EntityManager } from 'typeorm';
import { folded } from '../../platform/text/name-key.ts';
import type { DispatchFilter } from './dispatch.schemas.ts';
import type { Reader } from './reading/readable.ts';

interface Found {
  ids: string[];
  total: number;
}

/** Of the office `$1` what `$2` may read, in one state or any. */
const READABLE = `
  FROM dispatches
  WHERE office_id = $1 AND may_read(reading, id, $2) AND ($3::text IS NULL OR state = $3)`;

const FOUND = `${READABLE} AND words @@ to_tsquery('simple', $4)`;

/** Those with the words one after another come first, of them those that have them in their abstract. */
const BEST_FIRST = `
  ts_filter(words, '{a}') @@ to_tsquery('simple', $5) DESC,
  words @@ to_tsquery('simple', $5) DESC,
  ts_rank_cd(words, to_tsquery('simple', $4)) DESC,
  drafted_at DESC, id`;

/** All of them, the latest draft first. */
export function latestDispatches(
  manager: EntityManager,
  { officeId, id }: Reader,
  { state, page }: DispatchFilter,
  pageSize: number,
): Promise<Found> {
  const known = [officeId, id, state ?? null];
  const limits = [pageSize, (page - 1) * pageSize];
  const order = 'drafted_at DESC, id LIMIT $4 OFFSET $5';
  return pageOf(manager, [READABLE, known], [order, limits]);
}

/** Those that have all words of `q`, the last one perhaps half typed. */
export async function searchDispatches(
  manager: EntityManager,
  { officeId, id }: Reader,
  { q = '', state, page }: DispatchFilter,
  pageSize: number,
): Promise<Found> {
  const words = folded(q);
  if (words.length === 0) return { ids: [], total: 0 };
  const [all, inOrder] = [' & ', ' <-> '].map((join) => `${words.join(join)}:*`);
  const known = [officeId, id, state ?? null, all];
  const limits = [inOrder, pageSize, (page - 1) * pageSize];
  return pageOf(manager, [FOUND, known], [`${BEST_FIRST} LIMIT $6 OFFSET $7`, limits]);
}

async function pageOf(
  manager: EntityManager,
  [from, known]: [string, unknown[]],
  [order, limits]: [string, unknown[]],
): Promise<Found> {
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::integer AS total ${from}`,
    known,
  );
  const rows = await manager.query<{ id: string }[]>(`SELECT id ${from} ORDER BY ${order}`, [
    ...known,
    ...limits,
  ]);
  return { ids: rows.map((row) => row.id), total };
}
