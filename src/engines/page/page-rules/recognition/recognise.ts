import type { Located } from '../finder.ts';
import type { PrintedFile } from '../reading/printed-file.ts';
import { nameFaces } from '../reading/times.ts';
import { isPageNumber, CheckInput } from '../check-input.ts';
import { standsApart } from './apart.ts';
import { body, edgesOf } from './body.ts';
import { closing, type Closing } from './closing.ts';
import { illegible, isScanned, type NotJudged, otherKind } from './kind.ts';
import { letterhead, type Letterhead } from './letterhead.ts';
import { isAnnexLabel, joined, type Row, rowsOf, seen } from './rows.ts';
import { title, type Title } from './title.ts';

export interface Recognised {
  input: CheckInput;
  head: Letterhead;
  title: Title;
  closing?: Closing;
  /** Pages of the dispatch itself; annexes come after. */
  ownPages: number;
  /** Pages that are pictures. */
  scanned: number[];
}

/** Finds the components of a dispatch in a file that anybody made, by their words and places alone. */
export function recognise(
  file: PrintedFile,
): (Recognised & { notJudged?: NotJudged }) | { input?: undefined; notJudged: NotJudged } {
  const hidden = file.glyphs.filter(({ invisible, page }) => invisible && page === 1).length;
  const isScan = isScanned(file, 1) || hidden > file.glyphs.length / 4;
  const visible = seen(isScan ? file.glyphs : file.glyphs.filter(({ invisible }) => !invisible));
  nameFaces(visible);
  const glyphs = visible.filter(({ annotation }) => !annotation);
  const notRead = illegible(file, glyphs);
  if (notRead) return { notJudged: notRead };
  const isApart = standsApart(file);
  const rows = rowsOf(glyphs).filter((row) => !row.parts.every((part) => isPageNumber(file, part)));
  const kind = otherKind(rows, file.pages[0]!.height);
  if (kind) return { notJudged: isScan && kind === 'unknown' ? 'scan-with-text' : kind };

  const onFirst = ({ page }: { page: number }) => page === 1;
  const head = letterhead(rows.filter(onFirst), rowsOf(visible.filter(onFirst)), file.pages[0]!);
  const own = title(
    rows.filter((row) => onFirst(row) && !isApart(row)),
    head.bottom,
    file.pages[0]!.width,
  );
  const end =
    closing(
      rows.filter((row) => !isApart(row)),
      file.pages,
    ) ?? closing(rows, file.pages);
  const top = Math.max(head.bottom, own.bottom);
  const labels = annexLabels(rows).filter(({ lines }) => !end || lines[0]!.page > end.page);
  const firstAnnex = labels[0]?.lines[0]!.page ?? file.pages.length + 1;
  const isBody = ({ page, y }: Row) =>
    page < firstAnnex &&
    (page > 1 || y > top + 2) &&
    (!end || page < end.page || (page === end.page && y < end.top));
  const running = rows.filter((row) => isBody(row) && !isEdge(file, row));
  const edges = edgesOf(
    running.filter((row) => !isApart(row)),
    file.pages[0]!.width,
  );
  const ownPages = Math.min(end?.lastPage ?? file.pages.length, firstAnnex - 1);
  const components: Located[] = [
    ...head.located,
    ...own.located,
    ...(edges ? body(running, edges, { isApart, hasTitle: own.typeName !== undefined }) : []),
    ...(end?.located ?? []),
    ...labels,
  ];
  const scanned = file.pages.map((_, i) => i + 1).filter((page) => isScanned(file, page));
  const input = new CheckInput({ ...file, glyphs: visible }, components, {
    numberIsOpen: !head.number?.number,
    dateIsOpen: !head.date?.day,
    isSignedJointly: end?.isSignedJointly ?? false,
    circulation: head.circulation,
    textLeft: edges?.left,
    isHandmade: true,
    isRecognisedOnly: true,
    unnumbered: unnumbered(file, ownPages, labels, scanned),
  });
  const notJudged = isScan ? ('scan-with-text' as const) : undefined;
  return { notJudged, input, head, title: own, closing: end, ownPages, scanned };
}

/** Headers and feet that a program repeats on each page. */
function isEdge({ pages }: PrintedFile, { page, y }: Row): boolean {
  return y < 42 || y > pages[page - 1]!.height - 42;
}

/** At the head of a page. */
function annexLabels(rows: Row[]): Located[] {
  return rows
    .filter((row, i) => row.page > 1 && rows[i - 1]?.page !== row.page && isAnnexLabel(row))
    .map(({ page, parts }) => ({
      kind: 'annex-label',
      place: `Phụ lục, trang ${page}`,
      lines: [joined(parts)],
    }));
}

/** Annexes without a label, and pictures, bear whatever number. */
function unnumbered(
  { pages }: PrintedFile,
  ownPages: number,
  labels: Located[],
  scanned: number[],
): Set<number> {
  const from = Math.min(...labels.map(({ lines }) => lines[0]!.page), pages.length + 1);
  const open = pages.map((_, i) => i + 1).filter((page) => page > ownPages && page < from);
  return new Set([...open, ...scanned]);
}
