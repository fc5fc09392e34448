import { CsvError, parse } from 'csv-parse/sync';
import { textCell } from './read-cell.ts';
import { MOST_COLUMNS, MOST_LINES, NotReadable, tooLong, tooWide, type Table } from './table.ts';

const SEPARATORS = [',', ';', '\t'];
const LONGEST_LINE = 100_000;
/** Lines among which the names of columns are looked for. */
export const LOOKED_AT = 10;

/** How many of these are names of columns. */
type Known = (names: string[]) => number;

/**
 * A file has one separator: of comma, semicolon and tab the one under which most names of columns are known. A title may
 * stand above these names.
 */
export function readCsv(text: string, known: Known): Table {
  const csv = text.replace(/^\uFEFF/, '');
  const named = /^sep=(.)\r?\n/i.exec(csv); // a line that Excel writes and reads
  const body = named ? csv.slice(named[0].length) : csv;
  const offset = named ? 1 : 0;
  const separator = named?.[1] ?? separatorOf(body, known);
  try {
    return { notes: [], lines: linesOf(body, separator, offset, known) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new NotReadable(QUOTES, ((error as { lines?: number }).lines ?? 1) + offset);
  }
}

const QUOTES =
  'Dấu nháy kép ở dòng này không khép kín. Ô có dấu nháy phải nằm trong dấu nháy, dấu nháy bên trong viết hai lần ("").';

function linesOf(csv: string, delimiter: string, offset: number, known: Known) {
  const records = parse(csv, {
    delimiter,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
    to: MOST_LINES + 2,
    max_record_size: LONGEST_LINE,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  if (records.length > MOST_LINES + 1) throw tooLong();
  const counts = records.slice(0, LOOKED_AT).map(({ record }) => known(record));
  const header = Math.max(counts.indexOf(Math.max(...counts)), 0);
  const width = records[header]?.record.length ?? 0;
  if (width > MOST_COLUMNS) throw tooWide();
  return records.flatMap(({ record, info }, at) => {
    if (record.every((cell) => cell === '')) return [];
    const line = info.lines + offset;
    const cells = record.slice(0, width);
    const isRight =
      at < header || (record.length >= width && record.slice(width).every((cell) => cell === ''));
    if (!isRight) throw new NotReadable(countWords(record.length, width, delimiter), line);
    return [{ line, cells: cells.map(textCell) }];
  });
}

const NAMES: Record<string, string> = { ',': 'dấu phẩy', ';': 'dấu chấm phẩy', '\t': 'dấu tab' };

const countWords = (cells: number, columns: number, separator: string) => {
  const name = NAMES[separator] ?? `“${separator}”`;
  return `Dòng này có ${cells} ô mà dòng tên cột có ${columns}; tệp ngăn ô bằng ${name}. Ô có ${name} bên trong phải đặt trong dấu nháy kép.`;
};

function separatorOf(csv: string, known: Known): string {
  const lines = csv
    .slice(0, LOOKED_AT * LONGEST_LINE)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
    .map((line) => line.slice(0, LONGEST_LINE));
  const fitness = SEPARATORS.flatMap((separator) =>
    lines.map((line) => {
      const names = namesIn(line, separator);
      return { separator, known: known(names), count: names.length };
    }),
  );
  return fitness.toSorted((a, b) => b.known - a.known || b.count - a.count)[0]?.separator ?? ',';
}

function namesIn(line: string, delimiter: string): string[] {
  try {
    const options = { delimiter, trim: true, relax_quotes: true, to: 1 };
    return (parse(line, options) as string[][])[0] ?? [];
  } catch {
    return []; // a quote that only the whole file closes
  }
}
