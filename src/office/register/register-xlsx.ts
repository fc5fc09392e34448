import { gapSentence, withheldSentence } from './words.ts';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { shortDate } from '../../platform/time/vietnam-time.ts';
import { COLUMNS } from './register-columns.ts';
import type { RegisterOfPeriod } from './register.service.ts';

const HEAD = {
  fontWeight: 'bold',
  backgroundColor: '#F1F3F5',
  wrap: true,
  align: 'center',
} as const;
const LAST = COLUMNS.length;

/** The same lines as the bound book: title, head with numbered columns, numbers in order, gaps. */
export function registerXlsx(officeName: string, found: RegisterOfPeriod): Promise<Buffer> {
  const { from, to, lines, gaps } = found;
  const period = `Từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}`;
  const rows = [
    wide(officeName),
    wide('SỔ ĐĂNG KÝ VĂN BẢN ĐI'),
    wide(period),
    COLUMNS.map(({ title }) => ({ value: title, type: String, ...HEAD })),
    COLUMNS.map((_, index) => ({ value: `(${index + 1})`, type: String, align: 'center' })),
    ...lines.map((line) => COLUMNS.map(({ value }) => cellOf(value(line)))),
    ...[withheldSentence(lines)].filter(Boolean).map((sentence) => wide(sentence, 'normal')),
    ...gaps.map((gap) => wide(gapSentence(gap), 'normal')),
  ];
  return writeExcelFile(rows as SheetData, {
    sheet: 'Văn bản đi',
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 5,
    orientation: 'landscape',
  }).toBuffer();
}

const wide = (text: string, fontWeight: 'bold' | 'normal' = 'bold') => [
  { value: text, type: String, columnSpan: LAST, ...(fontWeight === 'bold' && { fontWeight }) },
  ...Array.from({ length: LAST - 1 }, () => null),
];

function cellOf(value: string | number | Date | null) {
  if (value === null || value === '') return null;
  const look = { wrap: true, alignVertical: 'top' } as const;
  if (typeof value === 'number') return { value, type: Number, ...look };
  if (typeof value === 'string') return { value, type: String, ...look };
  return { value, type: Date, format: 'dd/mm/yyyy', ...look };
}
