export interface Figure {
  name: string;
  unit: string;
  median: number;
  /** Against whom, and how many times as much. */
  ratios: [string, number][];
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

export function printFigures(figures: Figure[]): void {
  console.table(
    figures.map(({ name, unit, median: value, ratios }) => ({
      figure: name,
      median: `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`,
      ratio: ratios.map(([against, ratio]) => `${ratio.toFixed(2)} × ${against}`).join(', '),
    })),
  );
}
