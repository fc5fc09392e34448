/** A table's cells by column, from above: a list or a subject may go on in the cell below. */
export function columnsOf(rows: string[][][]): string[][] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, i) => rows.flatMap((cells) => cells[i] ?? []));
}
