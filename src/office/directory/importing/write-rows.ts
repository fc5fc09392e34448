import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { successorCodes } from '../directory.schemas.ts';
import type { Plan } from './agency-plan.ts';

/** Agencies, their former names, what they lie under and who carries on for them: a statement each. */
export async function writeRows(
  manager: EntityManager,
  officeId: string,
  { rows, effects }: Plan,
): Promise<void> {
  const changing = rows.filter((_, at) => effects[at]!.effect !== 'unchanged');
  if (changing.length === 0) return;
  const values = JSON.stringify(
    changing.map(({ row }) => ({
      ...row,
      ...(row.successor_code === undefined ? {} : { successor_codes: successorCodes(row) }),
    })),
  );
  await keepFormerNames(manager, officeId, values);
  await upsert(manager, officeId, values);
  if (changing.some(({ row }) => row.parent_code !== undefined)) {
    await linkParents(manager, officeId, values);
  }
  if (changing.some(({ row }) => row.successor_code !== undefined)) {
    await linkSuccessors(manager, officeId, values);
  }
}

const keepFormerNames = (manager: EntityManager, officeId: string, values: string) =>
  manager.query(
    `INSERT INTO agency_names (agency_id, valid_to, name)
     SELECT id, row.name_from - 1, agencies.name
     FROM jsonb_to_recordset($2::jsonb) AS row (code text, name text, name_from date)
     JOIN agencies ON office_id = $1 AND agencies.code = row.code
     WHERE row.name <> agencies.name AND row.name_from > agencies.valid_from
     ON CONFLICT (agency_id, valid_to) DO NOTHING`,
    [officeId, values],
  );

/** What a row does not say stays as it is; name, kind and beginning cannot be taken away. */
const upsert = (manager: EntityManager, officeId: string, values: string) =>
  manager.query(
    `INSERT INTO agencies (office_id, code, name, kind, email, telephone, valid_from, valid_to)
     SELECT $1, row ->> 'code', coalesce(row ->> 'name', before.name),
            coalesce(row ->> 'kind', before.kind),
            CASE WHEN row ? 'email' THEN row ->> 'email' ELSE before.email END,
            CASE WHEN row ? 'telephone' THEN row ->> 'telephone' ELSE before.telephone END,
            coalesce((row ->> 'valid_from')::date, before.valid_from, $3::date),
            CASE WHEN row ? 'valid_to' THEN (row ->> 'valid_to')::date ELSE before.valid_to END
     FROM jsonb_array_elements($2::jsonb) AS row
     LEFT JOIN agencies before ON before.office_id = $1 AND before.code = row ->> 'code'
     ON CONFLICT (office_id, code) DO UPDATE
       SET name = excluded.name, kind = excluded.kind, email = excluded.email,
           telephone = excluded.telephone,
           valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    [officeId, values, vietnamDate(new Date())],
  );

const linkParents = (manager: EntityManager, officeId: string, values: string) =>
  manager.query(
    `UPDATE agencies SET parent_id = parent.id
     FROM jsonb_array_elements($2::jsonb) AS row
     LEFT JOIN agencies parent ON parent.office_id = $1 AND parent.code = row ->> 'parent_code'
     WHERE agencies.office_id = $1 AND agencies.code = row ->> 'code' AND row ? 'parent_code'
       AND agencies.parent_id IS DISTINCT FROM parent.id`,
    [officeId, values],
  );

async function linkSuccessors(manager: EntityManager, officeId: string, values: string) {
  const rows = `jsonb_to_recordset($2::jsonb) AS row (code text, successor_codes text[])
     JOIN agencies agency ON agency.office_id = $1 AND agency.code = row.code`;
  await manager.query(
    `DELETE FROM agency_successions USING ${rows}
     WHERE predecessor_id = agency.id AND successor_codes IS NOT NULL`,
    [officeId, values],
  );
  await manager.query(
    `INSERT INTO agency_successions (predecessor_id, successor_id)
     SELECT DISTINCT agency.id, next.id FROM ${rows}
     JOIN agencies next ON next.office_id = $1 AND next.code = ANY(row.successor_codes)`,
    [officeId, values],
  );
}
