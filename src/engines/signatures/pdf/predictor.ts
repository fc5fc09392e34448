/** Undoes the PNG filters of rows of `columns` bytes, one byte a sample (ISO 32000-1, 7.4.4.4; PNG, 9.2). */
export function undoPredictor(data: Buffer, columns: number): Buffer {
  const length = columns + 1;
  if (!Number.isInteger(columns) || columns < 1 || data.length % length !== 0) {
    throw new RangeError('Rows are of another length');
  }
  const rows = data.length / length;
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * length]!;
    if (filter > 4) throw new RangeError('Unknown filter');
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = column > 0 ? plain[at - 1]! : 0;
      const up = row > 0 ? plain[at - columns]! : 0;
      const corner = row > 0 && column > 0 ? plain[at - columns - 1]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      plain[at] = data[row * length + 1 + column]! + guess;
    }
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(estimate - each)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
