import { rulesOf } from '../document-types.ts';
import type { Annex } from '../official-document.ts';
import { printedDate } from '../printed-number.ts';
import { TYPE } from '../typography.ts';
import { body } from './body.ts';
import type { LayoutContext } from './context.ts';
import type { Band } from './display-list.ts';
import { MARGIN, TEXT_WIDTH } from './measures.ts';
import { centredBlock } from './set-text.ts';
import { roman } from './roman.ts';

const CENTRE = MARGIN.left + TEXT_WIDTH / 2;

/** Annex I, III.1: a single annex has no number, two or more have Roman ones; page numbers restart. */
export function annex(
  context: LayoutContext,
  { title, body: blocks }: Annex,
  index: number,
): Band[] {
  const { document, fonts, root } = context;
  const numbered = document.annexes!.length > 1;
  const label = numbered ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục';
  const head = centredBlock(fonts, label, TYPE.annexLabel, CENTRE, TEXT_WIDTH, 0);
  const name = title.toLocaleUpperCase('vi');
  const titled = centredBlock(fonts, name, TYPE.annexTitle, CENTRE, TEXT_WIDTH, head.height);
  const top = head.height + titled.height;
  const reference = centredBlock(
    fonts,
    annexReference(context),
    TYPE.annexReference,
    CENTRE,
    TEXT_WIDTH,
    top,
  );
  const heading: Band = {
    gap: 0,
    height: top + reference.height,
    marks: [
      { element: { tag: 'H1', parent: root }, drawings: [...head.lines, ...titled.lines] },
      { element: { tag: 'P', parent: root }, drawings: reference.lines },
    ],
    keepWithNext: true,
    component: 'Tiêu đề phụ lục',
  };
  return [heading, ...body(context, blocks)];
}

/** The gaps of an electronic document stay open: its signature carries number and date. */
function annexReference({ document }: LayoutContext): string {
  const { number, symbol, date, year, issuingBody, issuingBodyName } = document;
  const { day, month } = date ? printedDate(date) : { day: '    ', month: '    ' };
  const type = rulesOf(document.type).name;
  const body = issuingBodyName ?? issuingBody.replaceAll('\n', ' ');
  return (
    `(Kèm theo ${type} số ${number ?? '      '}/${symbol} ` +
    `ngày ${day} tháng ${month} năm ${date?.slice(0, 4) ?? year} của ${body})`
  );
}
