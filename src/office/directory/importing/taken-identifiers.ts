import type { EntityManager } from 'typeorm';
import { addDays } from '../../../platform/time/days.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import type { FieldError } from '../../../platform/web/invalid-input.ts';
import type { NumberedRow } from './agency-file.ts';
import { IDENTIFIER_COLUMNS } from './identifier-columns.ts';
import type { Stored } from './stored-rows.ts';

interface Owner {
  agencyCode: string;
  name: string;
  scheme: string;
  code: string;
  /** The last day of the code or of the agency; `infinity` while there is none. */
  until: string;
}

/** Codes of other systems that the file gives and somebody else has by then, in the file or before it. */
export async function takenIdentifiers(
  manager: EntityManager,
  officeId: string,
  rows: NumberedRow[],
  stored: Map<string, Stored>,
): Promise<FieldError[]> {
  const given = rows.flatMap(({ line, row }) =>
    IDENTIFIER_COLUMNS.flatMap(([column, scheme]) =>
      row[column] ? [{ line, row, column, scheme, code: row[column] }] : [],
    ),
  );
  if (given.length === 0) return [];
  const owners = await manager.query<Owner[]>(
    `SELECT agency.code AS "agencyCode", agency.name, scheme, identifier.code,
            least(identifier.valid_to, agency.valid_to, 'infinity')::text AS until
     FROM agency_identifiers identifier JOIN agencies agency ON agency.id = agency_id
     WHERE office_id = $1 AND identifier.code = ANY ($2)`,
    [officeId, given.map(({ code }) => code)],
  );
  const owned = new Map<string, Owner[]>();
  for (const owner of owners) {
    const key = `${owner.scheme} ${owner.code}`;
    owned.set(key, [...(owned.get(key) ?? []), owner]);
  }
  const inFile = new Map(rows.map(({ row }) => [row.code, row]));
  const first = new Map<string, number>();
  return given.flatMap(({ line, row, column, scheme, code }): FieldError[] => {
    const path = `lines.${line}.${column}`;
    const key = `${scheme} ${code}`;
    const before = first.get(key);
    if (before !== undefined)
      return [{ path, message: `Mã ${code} đã có ở dòng ${before}. Mỗi cơ quan một mã.` }];
    first.set(key, line);
    const from = firstDayOf(row, stored.get(row.code), column);
    const owner = (owned.get(key) ?? []).find((one) => {
      const next = inFile.get(one.agencyCode);
      const leaves = next?.[column] !== undefined && next[column] !== code;
      const gone = leaves && addDays(firstDayOf(next, stored.get(one.agencyCode), column), -1);
      const days = [one.until, next?.valid_to ?? one.until, gone || one.until];
      return one.agencyCode !== row.code && days.every((day) => day === 'infinity' || day >= from);
    });
    if (!owner) return [];
    const message = `Mã ${code} đang là của ${owner.name}. Kết thúc mã ấy trước, hoặc xem lại mã này.`;
    return [{ path, message }];
  });
}

/** From which day a row's code counts. */
export function firstDayOf(
  row: NumberedRow['row'],
  before: Stored | undefined,
  column: (typeof IDENTIFIER_COLUMNS)[number][0],
): string {
  if (row.identifier_from) return row.identifier_from;
  const since = before?.[column] ? undefined : (row.valid_from ?? before?.valid_from);
  return since ?? vietnamDate(new Date());
}
