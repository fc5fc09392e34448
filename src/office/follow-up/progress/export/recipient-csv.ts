import { stringify } from 'csv-stringify/sync';
import { vietnamTime } from '../../../../platform/time/vietnam-time.ts';
import type { ListedRecipient } from '../recipients.service.ts';
import { SHEET } from './recipient-sheet.ts';

/**
 * UTF-8 with the mark by which Excel knows it. What a spreadsheet would take for a formula
 * (`=`, `+`, `-`, `@`) gets an apostrophe in front, so it is text.
 */
export function recipientCsv(recipients: ListedRecipient[]): string {
  const rows = recipients.map((recipient, index) =>
    SHEET.map(({ value }) => {
      const cell = value(recipient, index);
      return cell instanceof Date ? vietnamTime(cell) : cell;
    }),
  );
  return stringify(rows, {
    bom: true,
    header: true,
    columns: SHEET.map(({ title }) => title),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
