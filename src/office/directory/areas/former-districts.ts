import type { EntityManager } from 'typeorm';

/** A district that the directory knows, and who stands today where it and what lay under it stood. */
export interface FormerDistrict {
  id: string;
  /** Of the area it may become: `Khu vực Vũ Thư`. */
  areaName: string;
  agencies: string[];
}

/**
 * The districts of an office's directory, ended or not, each with the agencies of that day that lie
 * under it or carry on for such. Who carries on for agencies of several goes where most came from.
 */
export async function formerDistricts(
  manager: EntityManager,
  officeId: string,
  day: string,
): Promise<FormerDistrict[]> {
  const rows = await manager.query<{ id: string; name: string; agencies: string[] }[]>(
    `WITH RECURSIVE below AS (
       SELECT id AS district_id, id AS agency_id FROM agencies
       WHERE office_id = $1 AND kind = 'district'
       UNION
       SELECT district_id, child.id FROM below JOIN agencies child ON child.parent_id = agency_id
     ), standing AS (
       SELECT district_id, agency_id AS origin, agency.id, valid_from, valid_to
       FROM below JOIN agencies agency ON agency.id = agency_id
       UNION
       SELECT district_id, origin, next.id, next.valid_from, next.valid_to
       FROM standing
       JOIN agency_successions ON predecessor_id = standing.id
       JOIN agencies next ON next.id = successor_id
       WHERE standing.valid_to < $2::date
     ), placed AS (
       SELECT DISTINCT ON (id) id, district_id FROM (
         SELECT id, district_id, count(*) AS origins FROM standing
         WHERE valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)
         GROUP BY id, district_id) counted
       ORDER BY id, origins DESC, district_id
     )
     SELECT district.id, district.name,
            coalesce(array_agg(placed.id) FILTER (WHERE placed.id IS NOT NULL), '{}') AS agencies
     FROM agencies district LEFT JOIN placed ON placed.district_id = district.id
     WHERE office_id = $1 AND kind = 'district'
     GROUP BY district.id ORDER BY district.code`,
    [officeId, day],
  );
  return rows.map(({ id, name, agencies }) => ({ id, agencies, areaName: areaName(name) }));
}

const areaName = (district: string): string =>
  `Khu vực ${district.replace(/^(Ủy ban nhân dân|UBND) /, '').replace(/^(huyện|quận|thị xã|thành phố|TP) /i, '')}`;
