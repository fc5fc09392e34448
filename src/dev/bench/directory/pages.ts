import type { DataSource } from 'typeorm';

export interface PageToRead {
  name: string;
  path: string;
  /** What the page shows, as one statement. */
  sql: string;
  values: unknown[];
}

const VALID = `valid_from <= current_date AND (valid_to IS NULL OR valid_to >= current_date)`;

const LIST = (where: string) => `
  SELECT agency.*, parent.name AS above, count(*) OVER () AS total
  FROM agencies agency
  JOIN agency_kinds kinds ON kinds.office_id = agency.office_id AND kinds.code = agency.kind
  LEFT JOIN agencies parent ON parent.id = agency.parent_id
  WHERE agency.office_id = $1 AND ${where}
  ORDER BY position, agency.code LIMIT 50 OFFSET $2`;

/** Every page of the directory, beside the one statement that reads what it shows. */
export async function pagesOf(
  database: DataSource,
  officeId: string,
  change: string,
): Promise<PageToRead[]> {
  const id = async (sql: string): Promise<string> =>
    (await database.query<[{ id: string }]>(sql, [officeId]))[0].id;
  const agency = await id(`SELECT id FROM agencies WHERE office_id = $1 AND code = 'X0.1000'`);
  const area = await id('SELECT id FROM areas WHERE office_id = $1 ORDER BY name LIMIT 1');
  const group = await id(
    `SELECT id FROM agency_groups WHERE office_id = $1 AND kinds = '{commune}'`,
  );
  const kinds = {
    sql: `SELECT kinds.*, (SELECT count(*) FROM agencies
                           WHERE office_id = $1 AND kind = kinds.code AND ${VALID})
          FROM agency_kinds kinds WHERE office_id = $1`,
    values: [officeId],
  };
  const list = (where: string, offset: number) => ({
    sql: LIST(where),
    values: [officeId, offset],
  });
  return [
    { name: 'directory, first page', path: '/directory', ...list('true', 0) },
    { name: 'directory, page 400', path: '/directory?page=400', ...list('true', 19_950) },
    {
      name: 'directory, one kind',
      path: '/directory?kind=commune&page=20',
      ...list(`agency.kind = 'commune'`, 950),
    },
    {
      name: 'directory, searched',
      path: '/directory?q=xa%20mau%20100',
      ...list(
        `strpos(' ' || folded(concat_ws(' / ', agency.name, agency.code, agency.email)), ' xa mau 100') > 0`,
        0,
      ),
    },
    {
      name: 'one agency',
      path: `/directory/agencies/${agency}`,
      sql: `SELECT agency.*,
              (SELECT json_agg(i) FROM agency_identifiers i WHERE agency_id = agency.id),
              (SELECT json_agg(m) FROM area_members m WHERE agency_id = agency.id),
              (SELECT json_agg(s) FROM agency_successions s
               WHERE agency.id IN (predecessor_id, successor_id)),
              (SELECT json_agg(g) FROM agency_groups g
               WHERE office_id = $1 AND agency.kind = ANY (kinds)),
              (SELECT count(*) FROM recipients WHERE agency_id = agency.id)
            FROM agencies agency WHERE id = $2`,
      values: [officeId, agency],
    },
    {
      name: 'its identifiers',
      path: `/directory/agencies/${agency}/identifiers`,
      sql: 'SELECT * FROM agency_identifiers WHERE agency_id = $1',
      values: [agency],
    },
    {
      name: 'a group of all communes',
      path: `/directory/groups/${group}`,
      sql: `WITH member AS MATERIALIZED (
              SELECT id, code, name, valid_from, valid_to FROM agencies
              WHERE office_id = $1 AND kind = 'commune')
            SELECT (SELECT json_agg(here) FROM (
                      SELECT id, code, name FROM member WHERE ${VALID} ORDER BY code LIMIT 100) here),
                   (SELECT count(*) FROM member WHERE ${VALID}),
                   (SELECT json_agg(turn) FROM (
                      SELECT day, sum(sum(delta)) OVER (ORDER BY day) FROM (
                        SELECT valid_from AS day, 1 AS delta FROM member
                        UNION ALL SELECT valid_to + 1, -1 FROM member WHERE valid_to IS NOT NULL) days
                      GROUP BY day ORDER BY day DESC LIMIT 12) turn)`,
      values: [officeId],
    },
    { name: 'form of a group', path: '/directory/groups/new', ...kinds },
    { name: 'kinds', path: '/directory/kinds', ...kinds },
    {
      name: 'areas',
      path: '/directory/areas',
      sql: `SELECT areas.*, count(agency_id) FROM areas
            LEFT JOIN area_members ON area_id = areas.id WHERE office_id = $1 GROUP BY areas.id`,
      values: [officeId],
    },
    {
      name: 'one area',
      path: `/directory/areas/${area}`,
      sql: `SELECT agencies.*, count(*) OVER () FROM area_members JOIN agencies ON agencies.id = agency_id
            WHERE area_id = $1 ORDER BY code LIMIT 50`,
      values: [area],
    },
    {
      name: 'changes',
      path: '/directory/changes',
      sql: `SELECT id, title, applied_at FROM directory_changes
            WHERE office_id = $1 ORDER BY proposed_at DESC LIMIT 20`,
      values: [officeId],
    },
    {
      name: 'the change that was made',
      path: change,
      sql: `SELECT kind, count(*), json_agg(effect) FILTER (WHERE nth <= 200)
            FROM (SELECT effect, effect->>'effect' AS kind,
                         row_number() OVER (PARTITION BY effect->>'effect') AS nth
                  FROM directory_changes, jsonb_array_elements(effects) effect WHERE id = $1) made
            GROUP BY kind`,
      values: [change.split('/').at(-1)],
    },
  ];
}
