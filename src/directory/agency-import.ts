import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { record } from '../journal/journal.ts';
import { InvalidInput, type FieldError } from '../web/invalid-input.ts';
import { readAgencyCsv, type NumberedRow } from './agency-csv.ts';
import { AgencyKind } from './agency-kind.entity.ts';
import { nameKey } from './name-key.ts';

export interface ImportCounts {
  created: number;
  updated: number;
}

/** Adds and updates agencies from a file, by code: all rows or none. */
@Injectable()
export class AgencyImport {
  constructor(private readonly database: DataSource) {}

  run(by: Account, csv: string): Promise<ImportCounts> {
    const rows = readAgencyCsv(csv);
    return this.database.transaction(async (manager) => {
      await checkKinds(manager, rows);
      await checkLinks(manager, by.officeId, rows);
      const counts = await upsert(manager, by.officeId, rows);
      await link(manager, by.officeId, rows);
      await record(manager, by, 'directory-imported', by.officeId, { ...counts });
      return counts;
    });
  }
}

/** A kind may be written by its code or by its name. */
async function checkKinds(manager: EntityManager, rows: NumberedRow[]): Promise<void> {
  const kinds = await manager.find(AgencyKind);
  const byKey = new Map(
    kinds.flatMap(({ code, name }) => [code, name].map((key) => [nameKey(key), code])),
  );
  const faults: FieldError[] = [];
  for (const { line, row } of rows) {
    const code = byKey.get(nameKey(row.kind));
    if (code) row.kind = code;
    else {
      const known = kinds.map((kind) => kind.code).join(', ');
      const message = `Không có loại "${row.kind}". Dùng một trong: ${known}.`;
      faults.push({ path: `lines.${line}.kind`, message });
    }
  }
  if (faults.length > 0) throw new InvalidInput(faults);
}

async function checkLinks(
  manager: EntityManager,
  officeId: string,
  rows: NumberedRow[],
): Promise<void> {
  const stored = await manager.query<{ code: string }[]>(
    'SELECT code FROM agencies WHERE office_id = $1',
    [officeId],
  );
  const codes = new Set([...stored, ...rows.map(({ row }) => row)].map(({ code }) => code));
  const faults: FieldError[] = [];
  for (const { line, row } of rows) {
    for (const column of ['parent_code', 'successor_code'] as const) {
      const code = row[column];
      if (!code) continue;
      const path = `lines.${line}.${column}`;
      if (code === row.code) faults.push({ path, message: 'Không thể trỏ tới chính cơ quan này.' });
      else if (!codes.has(code)) {
        faults.push({ path, message: `Không có cơ quan mã ${code} trong tệp hoặc danh bạ.` });
      }
    }
    if (row.valid_from && row.valid_to && row.valid_to < row.valid_from) {
      const path = `lines.${line}.valid_to`;
      faults.push({ path, message: 'Ngày hết hiệu lực trước ngày bắt đầu.' });
    }
  }
  if (faults.length > 0) throw new InvalidInput(faults);
}

/** An absent column leaves what is stored; an empty cell clears it. */
async function upsert(
  manager: EntityManager,
  officeId: string,
  rows: NumberedRow[],
): Promise<ImportCounts> {
  const result = await manager.query<{ created: boolean }[]>(
    `INSERT INTO agencies AS stored (office_id, code, name, kind, email, valid_from, valid_to)
     SELECT $1, row.code, row.name, row.kind, row.email,
            coalesce(row.valid_from, before.valid_from, $4::date), row.valid_to
     FROM jsonb_to_recordset($2::jsonb)
       AS row (code text, name text, kind text, email text, valid_from date, valid_to date)
     LEFT JOIN agencies before ON before.office_id = $1 AND before.code = row.code
     ON CONFLICT (office_id, code) DO UPDATE
       SET name = excluded.name, kind = excluded.kind, valid_from = excluded.valid_from,
           email = CASE WHEN 'email' = ANY($3) THEN excluded.email ELSE stored.email END,
           valid_to = CASE WHEN 'valid_to' = ANY($3) THEN excluded.valid_to ELSE stored.valid_to END
     RETURNING xmax = 0 AS created`,
    [officeId, JSON.stringify(rows.map(({ row }) => row)), columns(rows), vietnamDate(new Date())],
  );
  const created = result.filter((row) => row.created).length;
  return { created, updated: result.length - created };
}

async function link(manager: EntityManager, officeId: string, rows: NumberedRow[]): Promise<void> {
  await manager.query(
    `UPDATE agencies
     SET parent_id = CASE WHEN 'parent_code' = ANY($3) THEN parent.id ELSE agencies.parent_id END,
         successor_id = CASE WHEN 'successor_code' = ANY($3) THEN successor.id ELSE agencies.successor_id END
     FROM jsonb_to_recordset($2::jsonb)
       AS row (code text, parent_code text, successor_code text)
     LEFT JOIN agencies parent ON parent.office_id = $1 AND parent.code = row.parent_code
     LEFT JOIN agencies successor ON successor.office_id = $1 AND successor.code = row.successor_code
     WHERE agencies.office_id = $1 AND agencies.code = row.code`,
    [officeId, JSON.stringify(rows.map(({ row }) => row)), columns(rows)],
  );
}

const columns = (rows: NumberedRow[]) => Object.keys(rows[0]!.row);
