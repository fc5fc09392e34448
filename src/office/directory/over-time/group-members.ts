import type { EntityManager } from 'typeorm';
import type { AgencyGroup } from '../agency-group.entity.ts';

export interface GroupMember {
  id: string;
  code: string;
  name: string;
}

/** A day on which the group becomes another, and how many it has from then on. */
export interface Turn {
  day: string;
  members: number;
}

export const PAGE_SIZE = 100;
const MAX_TURNS = 12;

/**
 * SQL: `member`, from which day to which an agency is in the group of this id, office and kinds. Of its kinds as long
 * as it is there; chosen by hand, or carrying on for such, from the day after the last of those before it. UNION ends
 * circles of successors.
 */
const MEMBERS = `
  WITH RECURSIVE chosen AS (
    SELECT agency.id, kind, valid_from, valid_to
    FROM agency_group_members JOIN agencies agency ON agency.id = agency_id WHERE group_id = $1
    UNION
    SELECT next.id, next.kind, greatest(next.valid_from, chosen.valid_from, chosen.valid_to + 1),
           next.valid_to
    FROM chosen JOIN agency_successions ON predecessor_id = chosen.id
    JOIN agencies next ON next.id = successor_id
    WHERE chosen.valid_to IS NOT NULL
  ), member AS (
    SELECT id, kind, valid_from, valid_to FROM agencies WHERE office_id = $2 AND kind = ANY ($3)
    UNION ALL
    SELECT id, kind, min(valid_from), valid_to FROM chosen
    WHERE kind <> ALL ($3) AND valid_from <= coalesce(valid_to, 'infinity')
    GROUP BY id, kind, valid_to
  )`;

const ON_DAY = `valid_from <= $4::date AND (valid_to IS NULL OR valid_to >= $4::date)`;

export interface MembersOnDay {
  /** One page of them, in the order of kinds and codes, by the names of that day. */
  members: GroupMember[];
  total: number;
  /** The latest. */
  turns: Turn[];
}

const ON_DAY_WITH_TURNS = `${MEMBERS}, placed AS (
    SELECT agency.id, agency.code, agency.name, position
    FROM (SELECT * FROM member WHERE ${ON_DAY}) member JOIN agencies agency USING (id)
    JOIN agency_kinds kinds ON kinds.office_id = $2 AND kinds.code = member.kind
    ORDER BY position, agency.code LIMIT ${PAGE_SIZE} OFFSET $5
  ), named AS (
    SELECT id, code, coalesce((SELECT former.name FROM agency_names former
                               WHERE former.agency_id = placed.id AND former.valid_to >= $4::date
                               ORDER BY former.valid_to LIMIT 1), name) AS name
    FROM placed ORDER BY position, placed.code
  ), turns AS (
    SELECT day, sum(sum(delta)) OVER (ORDER BY day)::integer AS members
    FROM (SELECT valid_from AS day, 1 AS delta FROM member
          UNION ALL SELECT valid_to + 1, -1 FROM member WHERE valid_to IS NOT NULL) changes
    GROUP BY day ORDER BY day DESC LIMIT ${MAX_TURNS}
  )
  SELECT (SELECT coalesce(json_agg(row_to_json(named)), '[]') FROM named) AS members,
         (SELECT count(*)::integer FROM member WHERE ${ON_DAY}) AS total,
         (SELECT coalesce(json_agg(turns ORDER BY day), '[]') FROM turns) AS turns`;

/** Who is in a group on a day, how many there are, and when it becomes another: one statement. */
export async function groupOnDay(
  manager: EntityManager,
  { id, officeId, kinds }: AgencyGroup,
  day: string,
  page: number,
): Promise<MembersOnDay> {
  const values = [id, officeId, kinds, day, (page - 1) * PAGE_SIZE];
  return (await manager.query<[MembersOnDay]>(ON_DAY_WITH_TURNS, values))[0];
}
