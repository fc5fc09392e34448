import { check } from '../../../platform/web/form.ts';
import { InvalidInput, MOST_FAULTS, type FieldError } from '../../../platform/web/invalid-input.ts';
import { nameKey } from '../../../platform/text/name-key.ts';
import { textOf } from '../../../platform/web/upload.ts';
import { AgencyRow } from '../directory.schemas.ts';
import { columnOf, unknownColumn, type Column } from '../../../engines/lists/columns.ts';
import { isDateFormat, shownDigits } from '../../../engines/lists/number-format.ts';
import { LOOKED_AT, readCsv } from '../../../engines/lists/read-csv.ts';
import { readWorkbook } from '../../../engines/lists/read-workbook.ts';
import {
  columnName,
  NotReadable,
  type Cell,
  type Line,
  type Table,
} from '../../../engines/lists/table.ts';

/** A row and the line of the file it came from, so that a fault can be found there. */
export interface NumberedRow {
  line: number;
  row: AgencyRow;
}

export interface AgencyFile {
  rows: NumberedRow[];
  /** What of the file was not read, or not as it stands there. */
  notes: string[];
}

/**
 * Reads a CSV (UTF-8; comma, semicolon or tab) or XLSX file, or throws `InvalidInput` with its faulty rows. Takes what
 * time it takes: files from outside go through `AgencyFiles`.
 */
export async function readAgencyFile(bytes: Buffer): Promise<AgencyFile> {
  try {
    const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
    if (!isZip && bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
      throw new NotReadable(OLD);
    return rowsOf(isZip ? readWorkbook(bytes, isList) : readCsv(textOf(bytes), countKnown));
  } catch (error) {
    if (error instanceof NotReadable) throw notReadable(error.line, error.message);
    throw error;
  }
}

const OLD =
  'Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi tải lên.';

const countKnown = (names: string[]): number => names.filter(columnOf).length;
const namesOf = ({ cells }: Line): string[] => cells.map(({ text }) => text);

/** A title may stand above the names of the columns. */
const headerOf = ({ lines }: Table): number =>
  lines
    .slice(0, LOOKED_AT)
    .findIndex((line) => namesOf(line).some((name) => columnOf(name) === 'code'));
const isList = (table: Table): boolean => headerOf(table) >= 0;

function rowsOf(table: Table): AgencyFile {
  const at = headerOf(table);
  if (at < 0) {
    const found = namesOf(table.lines[0] ?? { line: 1, cells: [] }).filter(Boolean);
    const told = found.length > 0 ? ` Các cột trong tệp: ${found.slice(0, 20).join(', ')}.` : '';
    throw notReadable(1, `Tệp thiếu cột code (mã). Dòng đầu là tên cột.${told}`);
  }
  const [header, ...lines] = table.lines.slice(at) as [Line, ...Line[]];
  if (lines.length === 0)
    throw notReadable(
      header.line,
      'Tệp không có dòng nào sau dòng tên cột. Ghi mỗi cơ quan một dòng rồi tải lại.',
    );
  const { columns, notes } = columnsOf(header, lines);
  if (at > 0) notes.unshift(`Tên cột ở dòng ${header.line}; các dòng phía trên không được đọc.`);
  return { rows: readRows(columns, lines), notes: [...table.notes, ...notes] };
}

function columnsOf(header: Line, lines: Line[]) {
  const names = namesOf(header);
  const columns = apart(names);
  const twice = columns.findIndex((column, at) => column && columns.indexOf(column) < at);
  if (twice >= 0) {
    const both = [names[columns.indexOf(columns[twice])]!, names[twice]!].join('” và “');
    throw notReadable(
      header.line,
      `Hai cột “${both}” cùng là cột ${columns[twice]}. Giữ lại một cột.`,
    );
  }
  const width = Math.max(...lines.map(({ cells }) => cells.length), names.length);
  const isUsed = (at: number) => lines.some(({ cells }) => cells[at]?.text || cells[at]?.fault);
  const notes = Array.from({ length: width }, (_, at) => at)
    .filter((at) => !columns[at] && (names[at] || isUsed(at)))
    .map((at) => unknownColumn(names[at] ?? '', columnName(at)));
  return { columns, notes };
}

/** Beside a column of codes, “mã định danh” is the code by which other systems know an agency. */
function apart(names: string[]): (Column | undefined)[] {
  const columns = names.map(columnOf);
  const hasBoth = columns.filter((column) => column === 'code').length > 1;
  return columns.map((column, at) =>
    hasBoth && column === 'code' && nameKey(names[at]!) === nameKey('mã định danh')
      ? 'identifier'
      : column,
  );
}

function readRows(columns: (Column | undefined)[], lines: Line[]): NumberedRow[] {
  const rows: NumberedRow[] = [];
  const faults: FieldError[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of lines) {
    const values: Record<string, string> = {};
    const wrong: Record<string, string> = {};
    for (const [at, column] of columns.entries()) {
      if (!column) continue;
      const { text, fault } = meant(cells[at] ?? { text: '' }, column);
      values[column] = text;
      if (fault) wrong[column] = fault;
    }
    const { values: row, errors } = check(AgencyRow, values);
    for (const [path, message] of Object.entries({ ...errors, ...wrong })) {
      faults.push({ path: `lines.${line}.${path}`, message });
    }
    if (faults.length >= MOST_FAULTS) break;
    if (!row || Object.keys(wrong).length > 0) continue;
    const before = seen.get(row.code);
    if (before !== undefined) {
      const message = `Mã ${row.code} đã có ở dòng ${before}. Bỏ một trong hai dòng.`;
      faults.push({ path: `lines.${line}.code`, message });
    }
    seen.set(row.code, line);
    rows.push({ line, row });
  }
  if (faults.length > 0) throw new InvalidInput(faults);
  return rows;
}

const IDENTIFIERS = new Set<Column>([
  ...(['code', 'parent_code', 'successor_code', 'telephone'] as const),
  ...(['identifier', 'old_identifier', 'unit_code'] as const),
]);

/** A number in a column of codes or telephones is only what it shows: the rest of it is lost. */
function meant(cell: Cell, column: Column): Cell {
  if (cell.fault || !IDENTIFIERS.has(column) || !cell.text) return cell;
  if (cell.format === undefined) {
    const fault = LEFT_OF_TEXT.find(
      ({ pattern, only }) => (only === undefined || only === column) && pattern.test(cell.text),
    );
    return fault ? { ...cell, fault: fault.words } : cell;
  }
  if (cell.format === '@') return cell;
  if (isDateFormat(cell.format)) return { ...cell, fault: AS_DAY };
  const shown = shownDigits(cell.text, cell.format);
  return shown === undefined ? { ...cell, fault: AS_NUMBER } : { text: shown };
}

const AGAIN = 'Đặt định dạng cả cột là Văn bản (Text) rồi gõ lại ô này.';
const AS_NUMBER = `Ô này là một con số nên các số 0 ở đầu đã mất. ${AGAIN}`;
const AS_DAY = `Bảng tính đã đổi ô này thành ngày. ${AGAIN}`;
const AS_POWER = `Bảng tính đã viết ô này thành lũy thừa của 10 nên mất chữ số. ${AGAIN}`;

const AS_SHORT =
  'Số điện thoại thiếu số 0 ở đầu, thường do bảng tính đã bỏ đi. Thêm số 0 rồi tải lại.';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Tt]hg ?\\d{1,2})';
/** What a spreadsheet leaves, in CSV, of a code or a telephone that it took for a number or a day. */
const LEFT_OF_TEXT: { pattern: RegExp; words: string; only?: Column }[] = [
  { pattern: /^\d[.,]?\d*E\+\d+$/i, words: AS_POWER },
  {
    pattern: new RegExp(`^(?:\\d{1,2}-${MONTH}(?:-\\d{2,4})?|${MONTH}-\\d{2,4})$`),
    words: AS_DAY,
  },
  // Mobile numbers are 0 and nine digits, others 02 and nine.
  { pattern: /^(?:[35789]\d{8}|2\d{9})$/, words: AS_SHORT, only: 'telephone' },
];

const notReadable = (line: number, message: string): InvalidInput =>
  new InvalidInput([{ path: `lines.${line}`, message }]);
