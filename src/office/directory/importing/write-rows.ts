import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { successorCodes } from '../directory.schemas.ts';
import type { NumberedRow } from './agency-file.ts';
import type { Plan } from './agency-plan.ts';

/** Agencies, their former names and who carries on for them: few statements, whatever their number. */
export async function writeRows(
  manager: EntityManager,
  officeId: string,
  plan: Plan,
): Promise<void> {
  const rows = plan.rows.filter((_, at) => plan.effects[at]!.effect !== 'unchanged');
  if (rows.length === 0) return;
  await keepFormerNames(manager, plan, rows);
  const isNew = ({ row }: NumberedRow) => !plan.stored.has(row.code);
  await insert(manager, officeId, plan, rows.filter(isNew)); // first: they may be above the others
  await update(
    manager,
    officeId,
    plan,
    rows.filter((row) => !isNew(row)),
  );
  await linkSuccessors(manager, plan, rows);
}

async function keepFormerNames(manager: EntityManager, { ids }: Plan, rows: NumberedRow[]) {
  const renamed = rows.filter(({ row }) => row.name && row.name_from);
  if (renamed.length === 0) return;
  await manager.query(
    `INSERT INTO agency_names (agency_id, valid_to, name)
     SELECT id, given.name_from - 1, agencies.name
     FROM unnest($1::uuid[], $2::text[], $3::date[]) AS given (agency_id, name, name_from)
     JOIN agencies ON agencies.id = agency_id
     WHERE given.name <> agencies.name AND given.name_from > agencies.valid_from
     ON CONFLICT (agency_id, valid_to) DO NOTHING`,
    [
      renamed.map(({ row }) => ids.get(row.code)),
      renamed.map(({ row }) => row.name),
      renamed.map(({ row }) => row.name_from),
    ],
  );
}

const COLUMNS = `id, code, name, kind, parent_id, email, telephone, valid_from, valid_to`;
const WRITTEN = `unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[],
                        $7::text[], $8::text[], $9::date[], $10::date[]) AS written (${COLUMNS})`;

async function insert(manager: EntityManager, officeId: string, plan: Plan, rows: NumberedRow[]) {
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO agencies (office_id, ${COLUMNS}) SELECT $1, ${COLUMNS} FROM ${WRITTEN}`,
    [officeId, ...columnsOf(plan, rows)],
  );
}

async function update(manager: EntityManager, officeId: string, plan: Plan, rows: NumberedRow[]) {
  if (rows.length === 0) return;
  await manager.query(
    `UPDATE agencies
     SET name = written.name, kind = written.kind, parent_id = written.parent_id,
         email = written.email, telephone = written.telephone,
         valid_from = written.valid_from, valid_to = written.valid_to
     FROM ${WRITTEN} WHERE office_id = $1 AND agencies.id = written.id`,
    [officeId, ...columnsOf(plan, rows)],
  );
}

/** What a row does not say stays as it is; name, kind and beginning cannot be taken away. */
function columnsOf({ ids, stored }: Plan, rows: NumberedRow[]): unknown[][] {
  const today = vietnamDate(new Date());
  const written = rows.map(({ row }) => {
    const before = stored.get(row.code);
    const kept = <Key extends 'email' | 'telephone' | 'valid_to'>(key: Key) =>
      row[key] === undefined ? (before?.[key] ?? null) : row[key];
    const parent = row.parent_code && ids.get(row.parent_code);
    return [
      ids.get(row.code),
      row.code,
      row.name ?? before?.name,
      row.kind ?? before?.kind,
      row.parent_code === undefined ? (before?.parent_id ?? null) : (parent ?? null),
      kept('email'),
      kept('telephone'),
      row.valid_from ?? before?.valid_from ?? today,
      kept('valid_to'),
    ];
  });
  return Array.from({ length: 9 }, (_, at) => written.map((cells) => cells[at]));
}

async function linkSuccessors(manager: EntityManager, { ids }: Plan, rows: NumberedRow[]) {
  const said = rows.filter(({ row }) => row.successor_code !== undefined);
  if (said.length === 0) return;
  await manager.query('DELETE FROM agency_successions WHERE predecessor_id = ANY ($1)', [
    said.map(({ row }) => ids.get(row.code)),
  ]);
  const pairs = said.flatMap(({ row }) =>
    successorCodes(row).map((code) => [ids.get(row.code), ids.get(code)]),
  );
  await manager.query(
    `INSERT INTO agency_successions (predecessor_id, successor_id)
     SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[])`,
    [pairs.map(([one]) => one), pairs.map(([, next]) => next)],
  );
}
