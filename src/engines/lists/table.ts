/** A cell as its file has it; what it means depends on the column it stands in. */
export interface Cell {
  text: string;
  /** Behind a text that is a number or a day, how it is shown (ECMA-376 part 1, 18.8.30). */
  format?: string;
  /** Why nobody can say what stands here. */
  fault?: string;
}

export interface Line {
  /** As the clerk's program counts. */
  line: number;
  cells: Cell[];
}

/** What a file holds, and what of it was not taken or not as it stands. */
export interface Table {
  lines: Line[];
  notes: string[];
}

export const MOST_LINES = 20_000;
export const MOST_COLUMNS = 60;

/** A file, or a line of it, that cannot be read; the words are for whoever sent it. */
export class NotReadable extends Error {
  override name = 'NotReadable';
  constructor(
    message: string,
    readonly line = 1,
  ) {
    super(message);
  }
}

export const tooLong = () =>
  new NotReadable(`Tệp có hơn ${MOST_LINES} dòng. Chia thành nhiều tệp rồi nhập lần lượt.`);

export const tooWide = () =>
  new NotReadable(`Tệp có hơn ${MOST_COLUMNS} cột. Xóa các cột không phải của danh bạ.`);

const LETTERS = 26;

/** `A`, `B`, … `Z`, `AA` as spreadsheets name columns, from 0. */
export function columnName(at: number): string {
  const rest = Math.floor(at / LETTERS);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (at % LETTERS));
}

/** What Excel and LibreOffice show in place of a value that could not be reckoned. */
export const isErrorValue = (text: string): boolean =>
  /^(?:#(?:N\/A|DIV\/0!|[A-Z_]+[!?]|GETTING_DATA)|Err:\d{3})$/.test(text.trim());
