import type { EntityManager } from 'typeorm';
import { folded, hasWords } from '../../platform/text/name-key.ts';
import type { AgencyFilter } from './directory.schemas.ts';

export const PAGE_SIZE = 50;

interface Page {
  ids: string[];
  total: number;
}

/** One page of the directory, in the order of kinds and codes, and how many agencies there are in all. */
export async function pageOf(
  manager: EntityManager,
  officeId: string,
  filter: AgencyFilter,
  doubtful: string[],
): Promise<Page> {
  const values: unknown[] = [officeId, (filter.page - 1) * PAGE_SIZE];
  const given = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['agency.office_id = $1'];
  if (filter.kind) conditions.push(`agency.kind = ${given(filter.kind)}`);
  if (filter.doubtful) conditions.push(`agency.id = ANY (${given(doubtful)})`);
  if (filter.q) conditions.push(found(given(filter.q), given(folded(filter.q).join(' '))));
  const where = conditions.join(' AND ');
  const [page] = await manager.query<[Page]>(filter.q ? matched(where) : inOrder(where), values);
  return page;
}

/** Words are looked for once in each agency, for the page and its number alike. */
const matched = (where: string) => `
  WITH matched AS MATERIALIZED (SELECT agency.id, code, kind FROM agencies agency WHERE ${where})
  SELECT (SELECT count(*)::integer FROM matched) AS total,
         ARRAY(SELECT matched.id FROM matched
               JOIN agency_kinds kinds ON office_id = $1 AND kinds.code = kind
               ORDER BY position, matched.code LIMIT ${PAGE_SIZE} OFFSET $2) AS ids`;

/** Kind by kind in the order of an index, so that nothing is sorted. */
const inOrder = (where: string) => `
  SELECT (SELECT count(*)::integer FROM agencies agency WHERE ${where}) AS total,
         ARRAY(SELECT placed.id FROM agency_kinds kinds, LATERAL (
                 SELECT agency.id, agency.code FROM agencies agency
                 WHERE ${where} AND agency.kind = kinds.code
                 ORDER BY agency.code LIMIT $2 + ${PAGE_SIZE}) placed
               WHERE kinds.office_id = $1
               ORDER BY position, placed.code LIMIT ${PAGE_SIZE} OFFSET $2) AS ids`;

/** The agency with this code or address; without one, those that have these words in name, code or address. */
const found = (q: string, words: string): string => `
  CASE WHEN EXISTS (SELECT FROM agencies
                    WHERE office_id = $1 AND lower(${q}) IN (lower(code), lower(email)))
       THEN lower(${q}) IN (lower(agency.code), lower(agency.email))
       ELSE ${hasWords("concat_ws(' / ', agency.name, agency.code, agency.email)", `${words}::text`)} END`;
