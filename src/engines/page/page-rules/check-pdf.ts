import type { LayoutFinding } from '../finding.ts';
import { hasSecrecyMark } from '../secrecy-marks.ts';
import { byClause } from './clause-order.ts';
import { MOST_PAGES } from './most-pages.ts';
import { reasonFor } from './not-judged.ts';
import { type ReadPart, readParts, unjudged } from './reading-report.ts';
import { wordFindings } from './read-words.ts';
import type { PrintedFile } from './reading/printed-file.ts';
import { readPdf } from './reading/read-pdf.ts';
import { type Recognised, recognise } from './recognition/recognise.ts';
import { rowsOf, seen } from './recognition/rows.ts';
import { PAGE_RULES } from './rules.ts';
import { lacking } from './rules/lacking.ts';

export interface PageFinding extends LayoutFinding {
  page?: number;
  /** Words at the place, as they are printed. */
  quote?: string;
  /** How many other places have the same fault. */
  others: number;
}

/** What can be said of the form of a PDF. */
export interface PageCheck {
  pages: number;
  /** In one sentence, why nothing was judged. */
  notJudged?: string;
  read: ReadPart[];
  /** In the order of the decree. */
  findings: PageFinding[];
  /** What could not be judged, a sentence each. */
  unjudged: string[];
}

/** Nothing else is said of what bears a secrecy mark. */
export interface CheckedPage extends PageCheck {
  isClassified: boolean;
}

/** Kiểm tra thể thức of any PDF, ours or not, against Decree 30/2020/NĐ-CP. Throws `UnreadableFile`. */
export async function checkPdf(pdf: Uint8Array): Promise<CheckedPage> {
  const file = await readPdf(pdf, MOST_PAGES);
  const pages = file.pages.length;
  const nothing = { pages, read: [], findings: [], unjudged: [] };
  if (hasSecrecyMark(wordsIn(file))) return { ...nothing, isClassified: true };
  const recognised = recognise(file);
  const notJudged = recognised.notJudged && reasonFor(recognised.notJudged);
  const read = recognised.input ? readParts(recognised) : [];
  if (!recognised.input || notJudged) return { ...nothing, notJudged, read, isClassified: false };
  return {
    isClassified: false,
    pages,
    read,
    findings: findingsOf(recognised),
    unjudged: unjudged(recognised),
  };
}

/** Line by line; a stamp is a line of its own. */
function wordsIn(file: PrintedFile): string {
  const parts = rowsOf(seen(file.glyphs)).flatMap((row) => row.parts);
  return parts.map(({ text }) => text).join('\n');
}

function findingsOf(recognised: Recognised): PageFinding[] {
  const { input } = recognised;
  const found: (LayoutFinding & { page?: number })[] = [
    ...PAGE_RULES.flatMap((rule) => {
      const { id, clause, severity } = rule;
      return [...rule.find(input)].map((fault) => ({ severity, rule: id, clause, ...fault }));
    }),
    ...[...lacking(input)].map((fault) => ({
      severity: 'error' as const,
      rule: 'component.lacking',
      clause: '',
      ...fault,
    })),
    ...wordFindings(recognised),
  ];
  const merged = new Map<string, PageFinding>();
  for (const finding of found) {
    const key = [finding.rule, finding.clause, alike(finding.message)].join('\n');
    const before = merged.get(key);
    if (before) before.others += 1;
    else merged.set(key, { ...finding, ...whereIs(recognised, finding), others: 0 });
  }
  return [...merged.values()].toSorted((a, b) => byClause(a.clause, b.clause));
}

/** Faults of one kind differ in what was measured, and are told once. */
const alike = (message: string) => message.replace(/\d+(?:,\d+)?/g, '#');

function whereIs({ input }: Recognised, { place, page }: LayoutFinding & { page?: number }) {
  const part = input.components.find((one) => one.place === place && one.lines.length > 0);
  const line = part?.lines[0];
  const named = /trang (\d+)/iu.exec(place)?.[1];
  const text = line?.text ?? '';
  return {
    page: page ?? line?.page ?? (named === undefined ? undefined : Number(named)),
    quote: text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text || undefined,
  };
}
