import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { ListedRecipient } from '../recipients.service.ts';
import { SHEET } from './recipient-sheet.ts';

const HEAD = { fontWeight: 'bold', backgroundColor: '#F1F3F5', wrap: true } as const;

const SEVEN_HOURS = 7 * 3_600_000;

/** Texts are text cells, never formulas; moments are dates of Excel, as clocks in Vietnam show them. */
export function recipientXlsx(recipients: ListedRecipient[]): Promise<Buffer> {
  const head = SHEET.map(({ title }) => ({ value: title, type: String, ...HEAD }));
  const rows = recipients.map((recipient, index) =>
    SHEET.map(({ value }) => cellOf(value(recipient, index))),
  );
  return writeExcelFile([head, ...rows] as SheetData, {
    sheet: 'Nơi nhận',
    columns: SHEET.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function cellOf(value: string | number | Date | null) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value, type: String };
  const shown = new Date(value.getTime() + SEVEN_HOURS);
  return { value: shown, type: Date, format: 'dd/mm/yyyy hh:mm' };
}
