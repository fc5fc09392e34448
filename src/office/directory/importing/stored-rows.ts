import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { successorCodes, type AgencyRow } from '../directory.schemas.ts';
import type { NumberedRow } from './agency-file.ts';

/** An agency as a row of a file would say it, today. */
export type Stored = Record<Exclude<keyof AgencyRow, FromDay>, string | null> & {
  id: string;
  parent_id: string | null;
  code: string;
  name: string;
};
type FromDay = 'name_from' | 'area_from' | 'identifier_from';

/** The agencies that these rows are about or name, and those whose codes differ in capitals only. */
export async function storedRows(
  manager: EntityManager,
  officeId: string,
  rows: NumberedRow[],
): Promise<Map<string, Stored>> {
  const codes = rows.flatMap(({ row }) => [
    row.code,
    ...(row.parent_code ? [row.parent_code] : []),
    ...successorCodes(row),
  ]);
  const found = await manager.query<Stored[]>(STORED, [
    officeId,
    [...new Set(codes.map((code) => code.toLowerCase()))],
    vietnamDate(new Date()),
  ]);
  return new Map(found.map((row) => [row.code, row]));
}

const STORED = `
  WITH wanted AS MATERIALIZED (
    SELECT * FROM agencies WHERE office_id = $1 AND lower(code) = ANY ($2)
  ), next AS (
    SELECT predecessor_id AS id, string_agg(agencies.code, '|' ORDER BY agencies.code COLLATE "C") AS codes
    FROM wanted JOIN agency_successions ON predecessor_id = wanted.id
    JOIN agencies ON agencies.id = successor_id
    GROUP BY 1
  ), placed AS (
    SELECT DISTINCT ON (agency_id) agency_id AS id, areas.name AS area
    FROM areas JOIN area_members member ON area_id = areas.id
    WHERE office_id = $1 AND (member.valid_to IS NULL OR member.valid_to >= $3)
    ORDER BY agency_id, member.valid_from DESC
  ), latest AS (
    SELECT DISTINCT ON (agency_id, scheme) agency_id, scheme, identifier.code
    FROM wanted JOIN agency_identifiers identifier ON agency_id = wanted.id
    WHERE identifier.valid_to IS NULL OR identifier.valid_to >= $3
    ORDER BY agency_id, scheme, identifier.valid_from DESC
  ), known AS (
    SELECT agency_id AS id, max(code) FILTER (WHERE scheme = 'organisation') AS identifier,
           max(code) FILTER (WHERE scheme = 'former') AS old_identifier,
           max(code) FILTER (WHERE scheme = 'unit') AS unit_code
    FROM latest GROUP BY 1
  )
  SELECT wanted.id, wanted.code, wanted.name, wanted.kind, wanted.email, wanted.telephone,
         wanted.parent_id, parent.code AS parent_code, wanted.valid_from::text, wanted.valid_to::text,
         next.codes AS successor_code, area, identifier, old_identifier, unit_code
  FROM wanted
  LEFT JOIN agencies parent ON parent.id = wanted.parent_id
  LEFT JOIN next ON next.id = wanted.id
  LEFT JOIN placed ON placed.id = wanted.id
  LEFT JOIN known ON known.id = wanted.id
  ORDER BY wanted.code`;
