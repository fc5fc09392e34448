import { CsvError, parse } from 'csv-parse/sync';
import { textCell } from './read-sheet.ts';
import { MOST_COLUMNS, MOST_LINES, NotReadable, tooLong, tooWide, type Table } from './table.ts';

const SEPARATORS = [',', ';', '\t'];
const LONGEST_LINE = 100_000;

/** A file has one separator: of comma, semicolon and tab the one under which most names of columns are known. */
export function readCsv(text: string, known: (names: string[]) => number): Table {
  const csv = text.replace(/^\uFEFF/, '');
  const named = /^sep=(.)\r?\n/i.exec(csv); // a line that Excel writes and reads
  const body = named ? csv.slice(named[0].length) : csv;
  const offset = named ? 1 : 0;
  const separator = named?.[1] ?? separatorOf(body, known);
  try {
    return { notes: [], lines: linesOf(body, separator, offset) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new NotReadable(QUOTES, ((error as { lines?: number }).lines ?? 1) + offset);
  }
}

const QUOTES =
  'Dấu nháy kép ở dòng này không khép kín. Ô có dấu nháy phải nằm trong dấu nháy, dấu nháy bên trong viết hai lần ("").';

function linesOf(csv: string, delimiter: string, offset: number) {
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
  const width = records[0]?.record.length ?? 0;
  if (width > MOST_COLUMNS) throw tooWide();
  return records.flatMap(({ record, info }) => {
    if (record.every((cell) => cell === '')) return [];
    const line = info.lines + offset;
    const cells = record.slice(0, width);
    const isRight = record.length >= width && record.slice(width).every((cell) => cell === '');
    if (!isRight) throw new NotReadable(countWords(record.length, width, delimiter), line);
    return [{ line, cells: cells.map(textCell) }];
  });
}

const NAMES: Record<string, string> = { ',': 'dấu phẩy', ';': 'dấu chấm phẩy', '\t': 'dấu tab' };

const countWords = (cells: number, columns: number, separator: string) => {
  const name = NAMES[separator] ?? `“${separator}”`;
  return `Dòng này có ${cells} ô mà dòng đầu có ${columns}; tệp ngăn ô bằng ${name}. Ô có ${name} bên trong phải đặt trong dấu nháy kép.`;
};

function separatorOf(csv: string, known: (names: string[]) => number): string {
  const end = csv.search(/\S.*(?:\r?\n|$)/);
  const first = /.*/.exec(csv.slice(Math.max(end, 0), Math.max(end, 0) + LONGEST_LINE))?.[0] ?? '';
  const fitness = SEPARATORS.map((separator) => {
    const names = namesIn(first, separator);
    return { separator, known: known(names), count: names.length };
  });
  return fitness.toSorted((a, b) => b.known - a.known || b.count - a.count)[0]!.separator;
}

function namesIn(line: string, delimiter: string): string[] {
  try {
    const options = { delimiter, trim: true, relax_quotes: true, to: 1 };
    return (parse(line, options) as string[][])[0] ?? [];
  } catch {
    return []; // a quote that only the whole file closes
  }
}
