import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { check } from '../web/form.ts';
import { InvalidInput, type FieldError } from '../web/invalid-input.ts';
import { textOf } from '../web/upload.ts';
import { AgencyRow } from './directory.schemas.ts';
import { nameKey } from './name-key.ts';

/** A row and the line of the file it came from, so that a fault can be found there. */
export interface NumberedRow {
  line: number;
  row: AgencyRow;
}

interface Line {
  line: number;
  cells: string[];
}

/** Columns as clerks call them. */
const COLUMNS = new Map(
  Object.entries({
    mã: 'code',
    tên: 'name',
    loại: 'kind',
    'mã cấp trên': 'parent_code',
    'thư điện tử': 'email',
    'điện thoại': 'telephone',
    'từ ngày': 'valid_from',
    'đến ngày': 'valid_to',
    'mã kế thừa': 'successor_code',
    'tên mới từ ngày': 'name_from',
  }).map(([name, column]) => [nameKey(name), column]),
);

/** Reads a CSV (UTF-8, comma or semicolon) or XLSX file, or throws `InvalidInput` with every faulty row. */
export async function readAgencyFile(bytes: Buffer): Promise<NumberedRow[]> {
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  return rowsOf(isZip ? await xlsxLines(bytes) : csvLines(textOf(bytes)));
}

export const readAgencyCsv = (csv: string): NumberedRow[] => rowsOf(csvLines(csv));

function rowsOf([header, ...lines]: Line[]): NumberedRow[] {
  const columns = (header?.cells ?? []).map(
    (name) => COLUMNS.get(nameKey(name)) ?? name.trim().toLowerCase(),
  );
  if (!columns.includes('code')) throw notReadable(1, 'Tệp thiếu cột code. Dòng đầu là tên cột.');
  if (lines.length === 0)
    throw notReadable(
      1,
      'Tệp không có dòng nào sau dòng tên cột. Ghi mỗi cơ quan một dòng rồi tải lại.',
    );
  const rows: NumberedRow[] = [];
  const faults: FieldError[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of lines) {
    const cell = (at: number): [string, string] => [columns[at]!, cells[at] ?? ''];
    const { values, errors } = check(
      AgencyRow,
      Object.fromEntries(columns.map((_, at) => cell(at))),
    );
    for (const [path, message] of Object.entries(errors ?? {})) {
      faults.push({ path: `lines.${line}.${path}`, message });
    }
    if (!values) continue;
    const before = seen.get(values.code);
    if (before !== undefined) {
      const message = `Mã ${values.code} đã có ở dòng ${before}. Bỏ một trong hai dòng.`;
      faults.push({ path: `lines.${line}.code`, message });
    }
    seen.set(values.code, line);
    rows.push({ line, row: values });
  }
  if (faults.length > 0) throw new InvalidInput(faults);
  return rows;
}

function csvLines(csv: string): Line[] {
  try {
    const records = parseCsv(csv, {
      bom: true,
      delimiter: [',', ';'],
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as unknown as { lines?: number }).lines ?? 1;
    throw notReadable(line, 'Dòng này không đúng dạng CSV (số cột hoặc dấu nháy).');
  }
}

/** The first sheet. */
async function xlsxLines(bytes: Buffer): Promise<Line[]> {
  const rows = await readSheet(bytes).catch(() => {
    throw notReadable(1, 'Không đọc được tệp Excel. Mở tệp, lưu lại dạng .xlsx rồi tải lên.');
  });
  return rows
    .map((cells, index) => ({ line: index + 1, cells: cells.map(textOfCell) }))
    .filter(({ cells }) => cells.some(Boolean));
}

function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}

const notReadable = (line: number, message: string): InvalidInput =>
  new InvalidInput([{ path: `lines.${line}`, message }]);
