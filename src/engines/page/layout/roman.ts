const NUMERALS: [number, string][] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Roman numerals up to 89: more annexes than any dispatch has. */
export function roman(number: number): string {
  let text = '';
  let rest = number;
  for (const [value, numeral] of NUMERALS) {
    for (; rest >= value; rest -= value) text += numeral;
  }
  return text;
}
