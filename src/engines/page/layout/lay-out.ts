import type { FontFamily } from '../fonts/font-family.ts';
import type { OfficialDocument } from '../official-document.ts';
import { addressees } from './addressees.ts';
import { annex } from './annex.ts';
import { body } from './body.ts';
import { checkCodeMarks } from './check-code.ts';
import { closing } from './closing.ts';
import { COMPACTION_LADDER, type Spacing } from './compaction.ts';
import { contactHeight, contactMarks } from './contact.ts';
import type { LayoutContext } from './context.ts';
import type { Band, Mark, StructureElement } from './display-list.ts';
import { letterhead } from './letterhead.ts';
import { TEXT_HEIGHT } from './measures.ts';
import { keepLinesWithClosing, paginate, type PlacedBand } from './pagination.ts';
import { circulationStamp } from './stamps.ts';
import { preamble, title } from './title.ts';

export interface LaidOutPage {
  /** Printed from the second page of each part on. */
  number: number;
  bands: PlacedBand[];
  /** Marks outside the flow, relative to the text area: before it and after it in reading order. */
  before: Mark[];
  after: Mark[];
}

export interface LaidOutDocument {
  root: StructureElement;
  pages: LaidOutPage[];
  spacing: Spacing;
}

/** Fewer body lines than this above a signature make its page a lone one. */
const LONE_PAGE_LINES = 5;

/** Goes down the ladder only to avoid a last page with little more than a signature; else the comfortable setting stays. */
export function layOut(
  document: OfficialDocument,
  fonts: FontFamily,
  fields: boolean,
): LaidOutDocument {
  const settings = COMPACTION_LADDER.map(
    (spacing) => () => attempt(document, fonts, fields, spacing),
  );
  const comfortable = settings[0]!();
  if (!comfortable.lone) return comfortable.laidOut;
  for (const setting of settings.slice(1)) {
    const { lone, laidOut } = setting();
    if (!lone) return laidOut;
  }
  return comfortable.laidOut;
}

/** Throws `RenderError` where something is longer or wider than its room on the page; nothing is drawn. */
export function requireRoom(document: OfficialDocument, fonts: FontFamily): void {
  attempt(document, fonts, false, COMPACTION_LADDER[0]!);
}

function attempt(
  document: OfficialDocument,
  fonts: FontFamily,
  fields: boolean,
  spacing: Spacing,
): { laidOut: LaidOutDocument; lone: boolean } {
  const root: StructureElement = { tag: 'Document' };
  const context: LayoutContext = { document, fonts, fields, spacing, root };
  const flow = [
    letterhead(context),
    ...title(context),
    ...addressees(context),
    ...preamble(context),
    ...keepLinesWithClosing(body(context, document.body)),
    ...closing(context),
  ];
  const foot = contactHeight(context);
  const main = part(flow, foot);
  if (document.circulation) main[0]!.before.push(circulationStamp(context, document.circulation));
  main[0]!.after.push(...contactMarks(context), ...checkCodeMarks(context));
  const annexes = (document.annexes ?? []).flatMap((each, i) => {
    const section: StructureElement = { tag: 'Sect', parent: root };
    return part(annex({ ...context, root: section }, each, i), 0);
  });
  const lines = main.at(-1)!.bands.filter(({ band }) => band.bodyLine).length;
  return {
    laidOut: { root, pages: [...main, ...annexes], spacing },
    lone: main.length > 1 && lines < LONE_PAGE_LINES,
  };
}

function part(bands: Band[], firstPageFoot: number): LaidOutPage[] {
  const pages = paginate(bands, (page) => TEXT_HEIGHT - (page === 0 ? firstPageFoot : 0));
  return pages.map((placed, i) => ({ number: i + 1, bands: placed, before: [], after: [] }));
}
