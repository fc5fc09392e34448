/** ECMA-376 part 1, 18.8.30: formats that files name by number alone. Those left out show numbers with marks. */
const BUILT_IN: Record<number, string> = { 0: 'General', 1: '0', 2: '0.00', 49: '@' };
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

export const builtInFormat = (id: number): string =>
  isBuiltInDate(id) ? 'yyyy-mm-dd' : (BUILT_IN[id] ?? '#,##0');

/** A format without its literals, colours and conditions. */
const bare = (format: string): string =>
  format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');

export const isDateFormat = (format: string): boolean =>
  !/^general$/i.test(format) && /[ymdhs]/i.test(bare(format));

/**
 * A whole number as a spreadsheet shows it under a format of digits (`00000`, `0000 000 000`, `"0"000000000`), or nothing
 * when the format does not say how many digits there are: what stood before the first one is lost then.
 */
export function shownDigits(value: string, format: string): string | undefined {
  if (!/^\d{1,15}$/.test(value)) return undefined;
  const [section = ''] = format
    .replaceAll(/\[\$[^\]]*\]|\[(?:color ?\d+|[a-z]+)\]/gi, '')
    .split(';');
  const parts = section.match(/"[^"]*"|\\.|[0#?]|[ ()./+-]|./g) ?? [];
  const isDigit = (part: string) => /^[0#?]$/.test(part);
  const literal = (part: string) => {
    if (part.startsWith('"')) return part.slice(1, -1);
    return part.startsWith('\\') ? part.slice(1) : part;
  };
  if (parts.some((part) => !isDigit(part) && !/^(?:"|\\)|^[ ()+-]$/.test(part))) return undefined;
  const places = parts.filter(isDigit);
  const first = places.indexOf('0');
  const least = first < 0 ? 0 : places.length - first;
  const zero = parts.slice(0, parts.findIndex(isDigit)).map(literal).join('').includes('0');
  if (least < 2 && !zero) return undefined;
  const digits = value.padStart(least, '0').split('');
  const shown: string[] = [];
  let left = places.length;
  for (const part of parts.toReversed()) {
    if (!isDigit(part)) shown.unshift(literal(part));
    else {
      left -= 1;
      // The first place takes all digits that are left.
      shown.unshift(left === 0 ? digits.splice(0).join('') : (digits.pop() ?? ''));
    }
  }
  return shown.join('').trim();
}

const DAY_MS = 86_400_000;

/** The day of a serial number; 1900 counts a 29 February that was none (18.17.4.1). */
export function dayOf(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined;
  const day = Math.floor(serial);
  const from = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(from + day * DAY_MS).toISOString().slice(0, 10);
}
