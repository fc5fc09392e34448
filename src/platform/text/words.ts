/** `35 phút`, `2 giờ 15 phút`, `3 ngày 4 giờ`. */
export function duration(minutes: number): string {
  if (minutes < 1) return 'dưới 1 phút';
  if (minutes < 60) return `${minutes} phút`;
  const [whole, rest, unit, part] =
    minutes < 1440
      ? [Math.floor(minutes / 60), minutes % 60, 'giờ', 'phút']
      : [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), 'ngày', 'giờ'];
  return `${whole} ${unit}${rest ? ` ${rest} ${part}` : ''}`;
}

/** Rounded down, so that 100 means all of them; `<1` when there are some. */
export const percent = (part: number, whole: number): string => {
  const floor = whole ? Math.floor((100 * part) / whole) : 0;
  return floor === 0 && part > 0 ? '<1' : String(floor);
};

/** Thousands apart, as on paper in Vietnam: `10.000`. */
export const count = (value: number): string => value.toLocaleString('vi-VN');

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `12,3 kB`, in powers of ten. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${NUMBER.format(bytes / 1_000)} kB`;
  return `${NUMBER.format(bytes / 1_000_000)} MB`;
}

/** The keys of a table of names, in its order. */
export const keysOf = <K extends string>(names: Record<K, unknown>): K[] =>
  Object.keys(names) as K[];
