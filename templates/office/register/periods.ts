export interface NamedPeriod {
  name: string;
  from: string;
  to: string;
}

/** Periods registers are printed for, seen from `today`, `YYYY-MM-DD`. */
export function periods(today: string): NamedPeriod[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarter = Math.ceil(month / 3);
  return [
    { name: `Năm ${year}`, ...months(year, 1, 12) },
    { name: `Quý ${quarter}`, ...months(year, 3 * quarter - 2, 3 * quarter) },
    { name: `Tháng ${month}`, ...months(year, month, month) },
    { name: 'Hôm nay', from: today, to: today },
    { name: `Năm ${year - 1}`, ...months(year - 1, 1, 12) },
  ];
}

function months(year: number, first: number, last: number): { from: string; to: string } {
  const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: end };
}
