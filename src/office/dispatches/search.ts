import type { EntityManager } from 'typeorm';
import { folded } from '../../platform/text/name-key.ts';
import type { DispatchFilter } from './dispatch.schemas.ts';

const FOUND = `
  FROM dispatches
  WHERE office_id = $1 AND words @@ to_tsquery('simple', $2) AND ($3::text IS NULL OR state = $3)`;

/** Those with the words one after another come first, of them those that have them in their abstract. */
const BEST_FIRST = `
  ts_filter(words, '{a}') @@ to_tsquery('simple', $4) DESC,
  words @@ to_tsquery('simple', $4) DESC,
  ts_rank_cd(words, to_tsquery('simple', $2)) DESC,
  drafted_at DESC, id`;

/** Ids of the office's dispatches that have all words of `q`, the last one perhaps half typed. */
export async function searchDispatches(
  manager: EntityManager,
  officeId: string,
  { q = '', state, page }: DispatchFilter,
  pageSize: number,
): Promise<{ ids: string[]; total: number }> {
  const words = folded(q);
  if (words.length === 0) return { ids: [], total: 0 };
  const [all, inOrder] = [' & ', ' <-> '].map((join) => `${words.join(join)}:*`);
  const known = [officeId, all, state ?? null];
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::integer AS total ${FOUND}`,
    known,
  );
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id ${FOUND} ORDER BY ${BEST_FIRST} LIMIT $5 OFFSET $6`,
    [...known, inOrder, pageSize, (page - 1) * pageSize],
  );
  return { ids: rows.map(({ id }) => id), total };
}
