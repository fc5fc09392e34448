import type { Block, Run } from '../body.ts';
import { runStyle } from '../printed-texts.ts';
import type { LayoutContext } from './context.ts';
import type { Band, StructureElement, StyledText } from './display-list.ts';
import { HeadingLevels, heading } from './headings.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

const BODY_GAP = 14;
const ARTICLE = /^(Điều \d+[a-zđ]?\.)(\s.*)?$/su;

/** Box 6: paragraphs, lists, headings and tables, under each other. */
export function body(context: LayoutContext, blocks: Block[], firstGap = BODY_GAP): Band[] {
  const levels = new HeadingLevels();
  const bands: Band[] = [];
  let list: StructureElement | undefined;
  for (const block of blocks) {
    const gap = bands.length === 0 ? firstGap : context.spacing.paragraphGap;
    if (block.kind !== 'item') list = undefined;
    switch (block.kind) {
      case 'heading':
        bands.push(...heading(context, block.runs, levels, gap));
        break;
      case 'table':
        bands.push(...table(context, block, gap));
        break;
      case 'item': {
        list ??= { tag: 'L', parent: context.root };
        const item: StructureElement = { tag: 'LI', parent: list };
        const runs = [marker(block.marker, block.runs), ...styled(block.runs)];
        bands.push(...paragraph(context, runs, { tag: 'LBody', parent: item }, gap));
        break;
      }
      case 'paragraph': {
        const element: StructureElement = { tag: 'P', parent: context.root };
        bands.push(...paragraph(context, withArticleLabel(styled(block.runs)), element, gap));
      }
    }
  }
  return bands;
}

/** The number of a clause that is bold throughout is bold too (Annex I, II.6.đ). */
function marker(text: string, runs: Run[]): StyledText {
  const numbered = /^\d/.test(text) && runs.every((run) => run.bold);
  return { text: `${text} `, style: numbered ? 'bold' : 'regular' };
}

export function styled(runs: Run[]): StyledText[] {
  return runs.map((run) => ({ text: run.text, style: runStyle(run) }));
}

/** `Điều 1.` at the start of a paragraph is bold (Annex I, II.6.đ). */
function withArticleLabel([first, ...rest]: StyledText[]): StyledText[] {
  const [, label, text = ''] = (first?.style === 'regular' && ARTICLE.exec(first.text)) || [];
  if (!first || !label) return first ? [first, ...rest] : rest;
  return [{ text: label, style: 'bold' }, { text, style: 'regular' }, ...rest];
}
