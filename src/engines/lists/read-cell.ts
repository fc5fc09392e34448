import { dayOf, isDateFormat } from './number-format.ts';
import { isErrorValue, type Cell } from './table.ts';
import { unescaped } from './workbook-parts.ts';

export interface SheetContext {
  is1904: boolean;
  /** By the style a cell names. */
  formats: string[];
  strings: string[];
}

export function cellOf(
  {
    type,
    format,
    value,
    isFormula,
  }: { type: string; format: string; value: string; isFormula: boolean },
  { strings, is1904 }: SheetContext,
): Cell {
  if (type === 's') return textCell(strings[Number(value)] ?? '');
  if (type === 'e') return { text: value, fault: errorWords(value) };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', fault: NO_WORDS };
  if (type === 'd') return { text: value.slice(0, 10), format: 'yyyy-mm-dd' };
  if (type !== 'n') return textCell(unescaped(value));
  const number = value.trim();
  if (number === '') return isFormula ? { text: '', fault: NOT_RECKONED } : { text: '' };
  if (!isDateFormat(format)) return { text: plainNumber(number), format };
  const day = dayOf(Number(number), is1904);
  return day ? { text: day, format } : { text: number, fault: NO_DAY };
}

const NOT_RECKONED = 'Ô này là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại rồi tải lên.';

const NO_WORDS =
  'Ô này là giá trị đúng/sai (TRUE, FALSE), không phải chữ. Ghi lại thành chữ hoặc xóa ô.';

const NO_DAY = 'Ô này không phải một ngày. Ghi lại ngày dạng NĂM-THÁNG-NGÀY.';

const errorWords = (value: string) =>
  `Ô này là lỗi ${value} của bảng tính. Sửa công thức hoặc xóa ô rồi tải lại.`;

export const textCell = (raw: string): Cell => {
  const text = raw.trim();
  return isErrorValue(text) ? { text, fault: errorWords(text) } : { text };
};

/** `1.2E+3` in the file is 1200 on the screen. */
const plainNumber = (value: string): string =>
  /e/i.test(value) && Number.isSafeInteger(Number(value)) ? String(Number(value)) : value;
