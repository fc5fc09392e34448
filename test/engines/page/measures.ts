import { MM, type PrintedFile, type PrintedLine } from './printed-page.ts';

/** Half a millimetre is what a ruler shows. */
export const TOLERANCE = 0.5 * MM;
/** Single spacing of Times, em. */
export const SINGLE = 1.149;

/** Text area: margins of Annex I, I.4 at their usual values. */
export const AREA = { left: 30 * MM, right: 195 * MM, top: 20 * MM, bottom: 277 * MM };

export const centreOf = (lines: PrintedLine[]) => {
  const centres = lines.map((line) => (line.x + line.right) / 2);
  return centres.reduce((sum, centre) => sum + centre, 0) / centres.length;
};

export const ascent = (line: PrintedLine) => line.baseline - 0.891 * line.size;
export const descent = (line: PrintedLine) => line.baseline + 0.216 * line.size;

export function expectStyle(
  lines: PrintedLine[],
  size: [number, number],
  weight: { bold?: boolean; italic?: boolean } = {},
): void {
  for (const line of lines) {
    expect(line.size).toBeGreaterThanOrEqual(size[0]);
    expect(line.size).toBeLessThanOrEqual(size[1]);
    for (const run of line.runs.filter(({ text }) => text.trim())) {
      expect(run).toMatchObject({ bold: weight.bold ?? false, italic: weight.italic ?? false });
    }
  }
}

/** Every line centred on the same axis. */
export function expectCentred(lines: PrintedLine[], axis = centreOf(lines)): void {
  for (const line of lines) expect(Math.abs(centreOf([line]) - axis)).toBeLessThan(TOLERANCE);
}

/** Nothing stands on anything else: no two lines share ink, judged by the height of small letters and tails. */
export function overlaps({ lines }: PrintedFile): string[] {
  const found: string[] = [];
  const sorted = lines
    .filter((line) => line.text.trim())
    .toSorted((a, b) => a.page - b.page || a.baseline - b.baseline);
  sorted.forEach((upper, i) => {
    for (const lower of sorted.slice(i + 1)) {
      if (lower.page !== upper.page || lower.baseline - upper.baseline > 16) break;
      const besides = upper.right <= lower.x + 0.1 || lower.right <= upper.x + 0.1;
      const below = lower.baseline - upper.baseline >= 0.9 * Math.min(lower.size, upper.size);
      if (!besides && !below) found.push(`${upper.text} | ${lower.text}`);
    }
  });
  return found;
}

/** Lines outside the text area, but for those that the decree puts there. */
export function outsideMargins({ lines }: PrintedFile, allowed: string[] = []): string[] {
  return lines
    .filter((line) => line.text.trim() && !(line.tag === 'Artifact' && /^\d+$/.test(line.text)))
    .filter((line) => !allowed.includes(line.text))
    .filter(
      (line) =>
        line.x < AREA.left - 0.5 ||
        line.right > AREA.right + 0.5 ||
        ascent(line) < AREA.top - 0.5 ||
        descent(line) > AREA.bottom + 0.5,
    )
    .map((line) => `page ${line.page}: ${line.text}`);
}

/** Horizontal rules of a file: left edge, right edge and height on the page. */
export function rules({ paths }: PrintedFile) {
  return paths
    .filter(({ points }) => points.length === 2 && points[0]![1] === points[1]![1])
    .map(({ page, points: [from, to] }) => ({ page, x: from![0], right: to![0], y: from![1] }));
}

/** A rule centred under the last of `lines`, as long as `share` of its width. */
export function expectRuleUnder(
  file: PrintedFile,
  lines: PrintedLine[],
  share: [number, number],
): void {
  const last = lines.at(-1)!;
  const rule = rules(file).find(
    ({ page, x, right, y }) =>
      page === last.page &&
      Math.abs((x + right) / 2 - centreOf([last])) < TOLERANCE &&
      y > last.baseline &&
      y - last.baseline < 3 * MM,
  );
  expect(rule).toBeDefined();
  const length = rule!.right - rule!.x;
  const width = last.right - last.x;
  expect(length).toBeGreaterThanOrEqual(share[0] * width - 0.1);
  expect(length).toBeLessThanOrEqual(share[1] * width + 0.1);
}

/** The form of running text, Annex I, II.6.d. */
export function expectParagraph(lines: PrintedLine[], cut = false): void {
  const indent = 10 * MM;
  lines.forEach((line, i) => {
    expect(line.size).toBeGreaterThanOrEqual(13);
    expect(line.size).toBeLessThanOrEqual(14);
    expect(line.x).toBeCloseTo(AREA.left + (i === 0 ? indent : 0), 0);
    if (i < lines.length - 1 && !cut) expect(line.right).toBeCloseTo(AREA.right, 0);
    const next = lines[i + 1];
    if (next?.page !== line.page) return;
    const leading = (next.baseline - line.baseline) / line.size;
    expect(leading).toBeGreaterThanOrEqual(SINGLE - 0.005);
    expect(leading).toBeLessThanOrEqual(1.5 * SINGLE);
  });
}

/** At least two lines of a paragraph stay together at the end and at the start of a page. */
export function expectNoWidows(lines: PrintedLine[]): void {
  const pages = new Map<number, PrintedLine[]>();
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  if (pages.size < 2) return;
  for (const part of pages.values()) expect(part.length).toBeGreaterThanOrEqual(2);
}
