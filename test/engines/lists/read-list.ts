import { readAgencyFile } from '../../../src/office/directory/importing/agency-file.ts';
import { InvalidInput, type FieldError } from '../../../src/platform/web/invalid-input.ts';
import { workbook, type TestSheet } from '../../support/workbook.ts';

/** The columns of a list of agencies. */
export const HEADER = ['code', 'name', 'kind', 'parent_code', 'email', 'telephone', 'valid_from'];

/** What a list of agencies is read as: the values of its lines, and what its reader is told. */
export async function read(bytes: Buffer | string) {
  const { rows, notes } = await readAgencyFile(Buffer.from(bytes));
  return { rows: rows.map(({ row }) => row), notes };
}

/** Why a list is refused; nothing when it is read. */
export async function faultsOf(bytes: Buffer | string): Promise<FieldError[]> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors;
    throw error;
  }
  return [];
}

/** A workbook of one sheet: the columns, then these lines. */
export function sheet(
  ...rows: TestSheet['rows'] extends infer R ? Exclude<R, string> : never
): Buffer {
  return workbook({ sheets: [{ rows: [HEADER, ...rows] }] });
}
