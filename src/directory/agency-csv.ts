import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { InvalidInput, type FieldError } from '../web/invalid-input.ts';
import { check } from '../web/form.ts';
import { AgencyRow } from './directory.schemas.ts';

const REQUIRED = ['code', 'name', 'kind'];

/** A row and the line of the file it came from, so that a fault can be found there. */
export interface NumberedRow {
  line: number;
  row: AgencyRow;
}

/** Reads an import file (UTF-8, comma or semicolon), or throws `InvalidInput` with every faulty row. */
export function readAgencyCsv(csv: string): NumberedRow[] {
  const records = parse(csv);
  const missing = REQUIRED.filter((column) => records[0] && !(column in records[0].record));
  if (records.length === 0 || missing.length > 0) {
    const need = missing.length > 0 ? `thiếu cột ${missing.join(', ')}` : 'không có dòng nào';
    throw new InvalidInput([{ path: 'lines.1', message: `Tệp ${need}. Dòng đầu là tên các cột.` }]);
  }
  const rows: NumberedRow[] = [];
  const faults: FieldError[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of records) {
    const { values, errors } = check(AgencyRow, record);
    for (const [path, message] of Object.entries(errors ?? {})) {
      faults.push({ path: `lines.${info.lines}.${path}`, message });
    }
    if (!values) continue;
    const before = seen.get(values.code);
    if (before !== undefined) {
      const message = `Mã ${values.code} đã có ở dòng ${before}.`;
      faults.push({ path: `lines.${info.lines}.code`, message });
    }
    seen.set(values.code, info.lines);
    rows.push({ line: info.lines, row: values });
  }
  if (faults.length > 0) throw new InvalidInput(faults);
  return rows;
}

function parse(csv: string): { record: Record<string, string>; info: { lines: number } }[] {
  try {
    return parseCsv(csv, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';'],
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as unknown as { lines?: number }).lines ?? 1;
    throw new InvalidInput([
      { path: `lines.${line}`, message: 'Dòng này không đúng dạng CSV (số cột hoặc dấu nháy).' },
    ]);
  }
}
