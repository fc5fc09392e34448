import type { Run } from '../body.ts';
import type { LayoutContext } from './context.ts';
import type { Band, StructureElement, StructureTag } from './display-list.ts';
import { MARGIN, TEXT_WIDTH } from './measures.ts';
import { paragraph } from './paragraph.ts';
import { centredBlock } from './set-text.ts';

const CENTRED = /^((?:Phần|Chương|Mục|Tiểu mục) (?:[IVXLC]+|\d+|[Tt]hứ \S+))[.:]?(?:\s+(.+))?$/u;

/** Order of the units of a text, Annex I, II.6.c; the depth in the file never skips a level. */
const RANKS = [/^Phần /, /^Chương /, /^[IVXLC]+\./, /^Mục /, /^Tiểu mục /, /^Điều /, /^\d+\./, /./];
const TAGS: StructureTag[] = ['H2', 'H3', 'H4', 'H5'];

export class HeadingLevels {
  private readonly open: number[] = [];

  tag(text: string): StructureTag {
    const rank = RANKS.findIndex((pattern) => pattern.test(text));
    while (this.open.length > 0 && this.open.at(-1)! >= rank) this.open.pop();
    this.open.push(rank);
    return TAGS[Math.min(this.open.length, TAGS.length) - 1]!;
  }
}

/** Annex I, II.6.đ: Phần to Tiểu mục centred with the title below in capitals; Điều and titled clauses indented, bold. */
export function heading(
  context: LayoutContext,
  runs: Run[],
  levels: HeadingLevels,
  gap: number,
): Band[] {
  const text = runs.map((run) => run.text).join('');
  const element: StructureElement = { tag: levels.tag(text), parent: context.root };
  const [, label, title] = CENTRED.exec(text) ?? [];
  const bands = label
    ? [centred(context, label, title, element, gap)]
    : paragraph(context, [{ text, style: 'bold' }], element, gap);
  return bands.map((band) => ({ ...band, keepWithNext: true, bodyLine: false }));
}

function centred(
  { fonts, spacing }: LayoutContext,
  label: string,
  title: string | undefined,
  element: StructureElement,
  gap: number,
): Band {
  const setting = { size: spacing.bodySize, style: 'bold' as const };
  const text = title ? `${label}\n${title.toLocaleUpperCase('vi')}` : label;
  const centre = MARGIN.left + TEXT_WIDTH / 2;
  const block = centredBlock(fonts, text, setting, centre, TEXT_WIDTH, 0);
  return {
    gap: gap + 3,
    height: block.height,
    marks: [{ element, drawings: block.lines }],
    keepWithNext: true,
    component: 'Tiêu đề',
  };
}
