/**
 * The lunar calendar of Vietnam: new moons and the longitude of the sun by the series of Jean Meeus,
 * Astronomical Algorithms (1998), months by the rules of Hồ Ngọc Đức, all at +07:00. Days are Julian
 * day numbers.
 */
const ZONE = 7 / 24;
const DEGREE = Math.PI / 180;
const MONTH = 29.530588853;
const sin = (degrees: number) => Math.sin(degrees * DEGREE);

/** The calendar date, `YYYY-MM-DD`, of a day of the lunar year that begins in `year`; months 1 to 10. */
export function fromLunar(year: number, month: number, day: number): string {
  const before = eleventhMonth(year - 1);
  let offset = month + 1;
  if (eleventhMonth(year) - before > 365 && offset >= leapOffset(before)) offset += 1;
  return dateOf(newMoonDay(moonNear(before) + offset) + day - 1);
}

const dateOf = (day: number): string =>
  new Date((day - 2_440_588) * 86_400_000).toISOString().slice(0, 10);

const moonNear = (day: number) => Math.floor((day - 2_415_021.076998695) / MONTH + 0.5);

/** First day of the month that holds the winter solstice. */
function eleventhMonth(year: number): number {
  const lastDay = Date.UTC(year, 11, 31) / 86_400_000 + 2_440_588;
  const moon = Math.floor((lastDay - 2_415_021) / MONTH);
  const start = newMoonDay(moon);
  return sunSector(start) >= 9 ? newMoonDay(moon - 1) : start;
}

/** Which month after an eleventh one is the first without a principal term. */
function leapOffset(eleventh: number): number {
  const moon = moonNear(eleventh);
  const sector = (offset: number) => sunSector(newMoonDay(moon + offset));
  let offset = 2;
  while (sector(offset) !== sector(offset - 1) && offset < 14) offset += 1;
  return offset - 1;
}

/** The day in Vietnam of the new moon `k` lunations after that of 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t ** 2, t ** 3];
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const dynamicTime = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - dynamicTime + 0.5 + ZONE);
}

/** In which twelfth of its way, from the spring equinox on, the sun stands as the day begins. */
function sunSector(day: number): number {
  const t = (day - 2_451_545.5 - ZONE) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3;
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t ** 2 +
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}
