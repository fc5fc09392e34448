const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  return ROMAN.map(([worth, letters]) => {
    const count = Math.floor(rest / worth);
    rest -= count * worth;
    return letters.repeat(count);
  }).join('');
}

/** Word's letters are the English ones, doubled after z: no đ, no ă. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  const letter = String.fromCodePoint(97 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

function vietnamese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return DIGITS[ones]!;
  const last = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : DIGITS[ones]!;
  return [tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`, ones === 0 ? '' : last].join(' ').trim();
}

const enclosed = (first: number) => (value: number) =>
  value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);

/** ECMA-376 part 1, 17.18.59 (ST_NumberFormat): those a Vietnamese text may have. */
const FORMATS: Record<string, (value: number) => string> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  ordinal: (value) => `${value}${ending(value)}`,
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: enclosed(0x2460),
  decimalEnclosedParen: enclosed(0x2474),
  decimalEnclosedFullstop: enclosed(0x2488),
  hex: (value) => value.toString(16).toUpperCase(),
  cardinalText: vietnamese,
  vietnameseCounting: vietnamese,
  none: () => '',
};

function ending(value: number): string {
  if (Math.floor(value / 10) % 10 === 1) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** `format` as `w:numFmt` names it, or the pattern of a custom one: `001, 002, 003, ...`. */
export function formatNumber(value: number, format: string): string {
  const padded = /^(0+\d),/.exec(format)?.[1];
  if (padded) return String(value).padStart(padded.length, '0');
  return (FORMATS[format] ?? String)(value);
}

/** Whether a number of this format is written as Word does; others are written in digits. */
export const isKnownFormat = (format: string): boolean =>
  format in FORMATS || format === 'bullet' || /^0+\d,/.test(format);
