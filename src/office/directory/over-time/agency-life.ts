import type { EntityManager } from 'typeorm';
import { inAreaOn } from '../areas/place-agencies.ts';
import type { Scheme } from '../identifiers/schemes.ts';
import { kindNameOn } from '../kinds/kind-names.ts';

export interface Relative {
  id: string;
  code: string;
  name: string;
}

/** What an agency is and was, beside its own row. */
export interface Life {
  kindName: string;
  /** Of today. */
  area: { id: string; name: string } | null;
  identifiers: { id: string; scheme: Scheme; code: string }[];
  /** Latest first. */
  formerNames: { validTo: string; name: string }[];
  predecessors: Relative[];
  successors: Relative[];
  /** That reach it today. */
  groups: { id: string; name: string }[];
  /** What a mail server said against its present address. */
  addressFailure: { words: string } | null;
}

const list = (columns: string, rows: string) =>
  `(SELECT coalesce(json_agg(row_to_json(row)), '[]') FROM (SELECT ${columns} FROM ${rows}) row)`;

/** The agencies at the other end of a succession. */
const relatives = (their: string, mine: string) =>
  list(
    'relative.id, relative.code, relative.name',
    `agency_successions JOIN agencies relative ON relative.id = ${their}
     WHERE ${mine} = agency.id ORDER BY relative.code`,
  );

/** Itself, and those for which it carries on today: whoever chose one of them reaches it. */
const LIFE = `
  WITH RECURSIVE origin AS (
    SELECT $1::uuid AS id
    UNION
    SELECT predecessor_id FROM origin
    JOIN agency_successions ON successor_id = origin.id
    JOIN agencies predecessor ON predecessor.id = predecessor_id
    WHERE predecessor.valid_to < $3::date
  )
  SELECT ${kindNameOn('kinds', '$3::date')} AS "kindName",
         (SELECT json_build_object('id', areas.id, 'name', areas.name)
          FROM area_members member JOIN areas ON areas.id = area_id
          WHERE ${inAreaOn('agency.id', '$3::date')}) AS area,
         ${list('id, scheme, code', 'agency_identifiers WHERE agency_id = agency.id AND valid_to IS NULL ORDER BY scheme')} AS identifiers,
         ${list('valid_to AS "validTo", name', 'agency_names WHERE agency_id = agency.id ORDER BY valid_to DESC')} AS "formerNames",
         ${relatives('predecessor_id', 'successor_id')} AS predecessors,
         ${relatives('successor_id', 'predecessor_id')} AS successors,
         ${list(
           'id, name',
           `agency_groups
            WHERE office_id = $2 AND agency.valid_from <= $3::date
              AND (agency.valid_to IS NULL OR agency.valid_to >= $3::date)
              AND (agency.kind = ANY (kinds) OR id IN (
                SELECT group_id FROM agency_group_members WHERE agency_id IN (SELECT id FROM origin)))
            ORDER BY name`,
         )} AS groups,
         (SELECT json_build_object('words', words) FROM address_failures failure
          WHERE agency_id = agency.id AND lower(failure.address) = lower(email)) AS "addressFailure"
  FROM agencies agency
  JOIN agency_kinds kinds ON kinds.office_id = agency.office_id AND kinds.code = agency.kind
  WHERE agency.id = $1 AND agency.office_id = $2`;

/** One statement for the whole; `undefined` when the office has no such agency. */
export const readLife = async (
  manager: EntityManager,
  officeId: string,
  id: string,
  today: string,
): Promise<Life | undefined> => (await manager.query<Life[]>(LIFE, [id, officeId, today]))[0];
